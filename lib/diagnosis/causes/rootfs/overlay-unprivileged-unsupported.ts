import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { isBefore } from '../../facts/version';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './overlay-unprivileged-unsupported.zh';

/** overlayfs may be mounted inside a user namespace since Linux 5.11; with SELinux since 5.13 (containerd, docs/rootless.md). */
const since = '5.11';

interface Match {
  readonly kernel: Known<string> | undefined;
}

export const overlayUnprivilegedUnsupported = defineCause({
  id: 'overlay-unprivileged-unsupported',
  step: 'unpack-image',
  effect: 'stops',
  explains: { 'overlay-refused': 'usually', 'storage-refused': 'rarely' },
  uses: ['versions', 'rootless', 'failure'],
  references: [
    { title: 'containerd: rootless mode, overlayfs', url: 'https://github.com/containerd/containerd/blob/main/docs/rootless.md' },
    { title: 'Linux: overlayfs', url: 'https://docs.kernel.org/filesystems/overlayfs.html' },
  ],
  words: {
    en: {
      name: 'overlayfs cannot be mounted inside a user namespace on this kernel',
      pageWhy:
        'Mounting overlayfs as the root of a user namespace works since Linux 5.11, and with SELinux since 5.13. Debian and Ubuntu allowed it earlier. Before that, and where overlay would lie on overlay, rootless programs need fuse-overlayfs, or a driver that copies.',
      pageTell: '`uname -r` is below 5.11, or the storage itself lies on overlayfs (a container in a container). EPERM on a newer kernel points to AppArmor or seccomp.',
      pageSure: 'An ordinary user was refused an overlay on a kernel older than 5.11 that Debian or Ubuntu did not patch; or the program asks for a mount program.',
      pageNot: 'The kernel is 5.11 or later, or one of Debian or Ubuntu.',
      title: 'overlayfs cannot be mounted inside a user namespace on Linux {kernel}',
      titleUnknown: 'overlayfs cannot be mounted inside this user namespace',
      explanation: 'The storage driver overlay needs a kernel that lets a user namespace mount overlayfs, and a filesystem below that may carry one.',
      old: 'Before Linux 5.11 overlayfs may not be mounted in a user namespace.',
      fresh: 'This kernel lets a user namespace mount overlayfs.',
      patched: 'Ubuntu kernels let a user namespace mount overlayfs.',
      refused: 'The overlay could not be mounted.',
      needsProgram: 'The program says that it needs a mount program here.',
      program: 'fuse-overlayfs is the mount program already.',
      installTitle: 'Use fuse-overlayfs as the mount program',
      costs: 'Files pass through a process of the user; large trees are slower.',
      how: 'Podman and Buildah take it from ~/.config/containers/storage.conf: `[storage.options.overlay]`, `mount_program = "/usr/bin/fuse-overlayfs"`. containerd: the snapshotter fuse-overlayfs, or `native`.',
      rpm: 'Fedora and RHEL: `dnf install fuse-overlayfs`.',
      kernelTitle: 'Or run Linux 5.11 or newer',
      kernelCosts: 'A reboot.',
    },
    zh,
  },
  judge({ versions, rootless, failure }, say) {
    const kernel = versions?.get('linux');
    const match: Match = { kernel };
    const refused = failure?.symptom === 'overlay-refused' ? failure : undefined;
    const early = kernel !== undefined && isBefore(kernel.value, since) === true;
    const patched = kernel && /ubuntu|-generic$/i.test(kernel.value) ? kernel : undefined;
    // Debian has the same change, and a switch before it (overlay.permit_mounts_in_userns).
    const switched = kernel && /deb\d|-amd64$/i.test(kernel.value);
    if (refused && /mount_program is required|is not supported over|without .*mount_program/.test(refused.text)) return proved(match, [mark(refused, say('needsProgram')), ...(kernel && early ? [mark(kernel, say('old'))] : [])]);
    // The mount program failed, so the kernel's overlayfs was not asked.
    if (refused && /using mount program \S*fuse-overlayfs|fuse: device not found|fuse-overlayfs: cannot mount/i.test(refused.text)) return refuted([mark(refused, say('program'))]);
    if (kernel && early && patched) return refuted([mark(patched, say('patched'))]);
    if (kernel && early && switched) return refused && rootless?.value !== false ? supported(match, [mark(kernel, say('old')), mark(refused, say('refused'))], ['rootless']) : open(match, ['rootless']);
    if (kernel && early && refused && rootless?.value !== false) return proved(match, [mark(kernel, say('old')), mark(refused, say('refused'))]);
    if (kernel && !early) return refuted([mark(kernel, say('fresh'))]);
    return refused && rootless?.value ? supported(match, [mark(refused, say('refused'))], ['versions']) : open(match, ['versions', 'rootless'], refused ? [mark(refused, say('refused'))] : []);
  },
  explain({ kernel }, say) {
    return { title: kernel ? say('title', { kernel: kernel.value }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes(_, say) {
    return [
      fix({
        title: say('installTitle'),
        risk: 'review',
        costs: say('costs'),
        commands: [look`uname -r`, change`apt-get install -y fuse-overlayfs`],
        undo: [change`apt-get remove -y fuse-overlayfs`],
        verify: [look`fuse-overlayfs --version`],
        notes: [say('how'), say('rpm')],
      }),
      fix({ title: say('kernelTitle'), risk: 'review', costs: say('kernelCosts'), undo: [], verify: [look`uname -r`] }),
    ];
  },
});
