import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { isOfPodRange } from '../../facts/pod-range';
import { isBefore } from '../../facts/version';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './snapshotter-lacks-idmap.zh';

/** Layers of overlayfs can be ID-mapped since Linux 5.19 (containerd: docs/user-namespaces). */
const since = '5.19';

interface Match {
  readonly kernel: Known<string> | undefined;
  readonly snapshotter: string | undefined;
  /** The layer holds IDs of a pod's own range. */
  readonly isShifted: boolean;
}

export const snapshotterLacksIdmap = defineCause({
  id: 'snapshotter-lacks-idmap',
  step: 'unpack-image',
  effect: 'stops',
  explains: { 'snapshotter-refused': 'usually', 'image-ids-not-mapped': 'sometimes', 'overlay-refused': 'rarely', 'daemon-option-refused': 'rarely' },
  uses: ['versions', 'containerdConfig', 'failure'],
  references: [
    { title: 'containerd: user namespaces, snapshotters', url: 'https://github.com/containerd/containerd/blob/main/docs/user-namespaces/README.md' },
    { title: 'containerd: snapshotters', url: 'https://github.com/containerd/containerd/blob/main/docs/snapshotters/README.md' },
  ],
  words: {
    en: {
      name: 'The snapshotter cannot map IDs, nor may it change owners instead',
      pageWhy:
        'containerd gives a pod its rootfs through layers whose IDs are mapped. The overlayfs snapshotter does so from Linux 5.19 on, on a filesystem below that maps IDs. Elsewhere it refuses, unless slow_chown lets it copy the tree and change every owner.',
      pageTell: 'The message names the snapshotter and slow_chown. Compare `uname -r` with 5.19, and see what filesystem /var/lib/containerd lies on.',
      pageSure: 'The snapshotter says that it cannot map IDs.',
      pageNot: 'The snapshotter did not speak, and the kernel is 5.19 or later.',
      title: 'The snapshotter `{snapshotter}` cannot map IDs on this host',
      titleUnknown: 'The snapshotter cannot map IDs on this host',
      explanation: 'A rootfs for the mapped IDs needs ID-mapped layers, or a copy with changed owners, and neither is to be had here.',
      told: 'The snapshotter refused.',
      old: 'Layers of overlayfs can be mapped since Linux 5.19.',
      fresh: 'This kernel maps layers of overlayfs.',
      shifted: 'The range of a pod begins at such a number, and no file of an image has it: this layer was shifted already.',
      remapTitle: 'Let the snapshotter map IDs, or use overlayfs for pods with a user namespace',
      remapCosts: 'containerd restarts; running pods go on.',
      remapUndo: 'Put the old config.toml back.',
      remapHow: 'A snapshotter of its own is believed to map IDs where its section says so: `[proxy_plugins.NAME]`, `capabilities = ["remap-ids"]`. For an image with a VOLUME, containerd 2.2 or newer.',
      fixTitle: 'Let the overlayfs snapshotter change owners (slow_chown)',
      costs: 'Each pod gets a copy of its image: slow, and twice the space. The change of owner drops setuid and setgid bits and file capabilities.',
      undo: 'Take the option out again.',
      how: 'In /etc/containerd/config.toml: `[plugins."io.containerd.snapshotter.v1.overlayfs"]`, `slow_chown = true`, then restart containerd.',
      kernelTitle: 'Run Linux 5.19 or newer (6.3 for volumes), with the store on ext4, xfs or btrfs',
      kernelCosts: 'A reboot.',
      kernelUndo: 'Boot the old kernel again.',
    },
    zh,
  },
  judge({ versions, failure }, say) {
    const ours = failure?.symptom === 'snapshotter-refused' ? failure : undefined;
    const kernel = versions?.get('linux');
    const shifted = failure?.symptom === 'image-ids-not-mapped' && isOfPodRange(failure) ? failure : undefined;
    const match: Match = { kernel, snapshotter: ours?.values.quoted?.value, isShifted: shifted !== undefined };
    const old = kernel && isBefore(kernel.value, since);
    if (ours) return proved(match, [mark(ours, say('told')), ...(kernel && old ? [mark(kernel, say('old'))] : [])]);
    if (shifted) return supported(match, [mark(shifted, say('shifted'))], ['containerdConfig']);
    // A layer whose IDs are none of a pod's range was not shifted by a snapshotter.
    if (failure?.symptom === 'image-ids-not-mapped') return refuted([]);
    return kernel && old === false ? refuted([mark(kernel, say('fresh'))]) : open(match, ['versions']);
  },
  explain({ snapshotter }, say) {
    return { title: snapshotter ? say('title', { snapshotter }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ kernel, isShifted }, say) {
    const verify = [look`uname -r`, look`findmnt -T /var/lib/containerd`];
    if (isShifted) return [fix({ title: say('remapTitle'), risk: 'review', costs: say('remapCosts'), commands: [look`containerd config dump`, look`containerd --version`], undo: [say('remapUndo')], verify: [look`containerd config dump | grep remap-ids`], notes: [say('remapHow')] })];
    const chown = fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: [look`containerd config dump`], undo: [say('undo')], verify: [look`containerd config dump | grep slow_chown`], notes: [say('how')] });
    const upgrade = fix({ title: say('kernelTitle'), risk: 'review', costs: say('kernelCosts'), commands: verify, undo: [say('kernelUndo')], verify });
    return kernel && isBefore(kernel.value, since) === false ? [chown, upgrade] : [upgrade, chown];
  },
});
