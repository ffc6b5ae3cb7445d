import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { isBefore } from '../../facts/version';
import { volumeFilesystem } from '../../facts/volume-filesystem';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import type { Mount } from '../../facts/facts';
import { zh } from './idmap-mount-kernel-too-old.zh';

/** mount_setattr(MOUNT_ATTR_IDMAP) came with Linux 5.12 (mount_setattr(2)). */
const since = '5.12';
/** When each filesystem learnt it (mount_setattr(2) and the kernel's fs directories). */
const filesystems: Readonly<Record<string, string>> = { ext4: '5.12', xfs: '5.12', vfat: '5.12', btrfs: '5.15', f2fs: '5.18', overlay: '5.19', erofs: '5.19', squashfs: '6.2', tmpfs: '6.3', ceph: '6.7', hugetlbfs: '6.9', fuse: '6.12', virtiofs: '6.12' };

/** From here on every common filesystem is able. */
const allSince = '6.12';

interface Match {
  /** The kernel, where it is known to be too old. */
  readonly kernel: Known<string> | undefined;
  readonly needs: string;
  readonly mounts: readonly Mount[];
}

export const idmapMountKernelTooOld = defineCause({
  id: 'idmap-mount-kernel-too-old',
  step: 'mount',
  effect: 'stops',
  explains: { 'idmap-mount-refused': 'usually', 'snapshotter-refused': 'sometimes', 'overlay-refused': 'rarely', 'bind-source-not-found': 'rarely', 'pidfd-unknown': 'usually' },
  uses: ['versions', 'hostMounts', 'mounts', 'failure'],
  references: [
    { title: 'mount_setattr(2): MOUNT_ATTR_IDMAP', url: 'https://man7.org/linux/man-pages/man2/mount_setattr.2.html' },
    { title: 'Kubernetes: user namespaces, prerequisites', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
  ],
  words: {
    en: {
      name: 'ID-mapped mounts, or the support of this filesystem, need a newer kernel',
      pageWhy:
        'The kernel maps the IDs of a mount since 5.12, and each filesystem learnt it in its own time: btrfs 5.15, layers of overlayfs 5.19, tmpfs 6.3, fuse 6.12. An older kernel answers EINVAL, or ENOSYS where it does not know the call. Pods with user namespaces need 6.3 for their volumes.',
      pageTell: 'Compare `uname -r` with the filesystem of the source (`findmnt -T`). Where the kernel is new enough, the filesystem is one that will not map IDs at all, such as NFS.',
      pageSure: 'The kernel is older than what the filesystem of the source needs, or says in its log that it has the feature switched off.',
      pageNot: 'The kernel is 6.12 or later, which maps the IDs of every common filesystem.',
      title: 'Linux {kernel} cannot map the IDs of this mount; {needs} can',
      titleUnknown: 'The kernel may be too old to map the IDs of this mount',
      explanation: 'The runtime asked the kernel to map the IDs of a mount, which this kernel does not do for this filesystem.',
      old: 'This needs Linux {needs}.',
      fresh: 'This kernel maps the IDs of mounts of every common filesystem.',
      known: 'This kernel has the call, so something around the runtime answered for it.',
      refused: 'The kernel refused to map the IDs.',
      off: 'The kernel says that it has ID-mapped mounts switched off.',
      fixTitle: 'Run a kernel of {needs} or newer',
      costs: 'A reboot.',
      undo: 'Boot the old kernel again.',
      dropTitle: 'Or mount without ID mappings and change the owner of the files (config only)',
      dropCosts: 'The files must belong to the mapped IDs.',
      dropUndo: 'Put the mappings of the mount back.',
    },
    zh,
  },
  judge({ versions, hostMounts, mounts, failure }, say) {
    const ours = failure?.symptom === 'idmap-mount-refused' ? failure : undefined;
    const kernel = versions?.get('linux');
    const mapped = mounts?.value.filter(({ uidMappings, options }) => uidMappings !== undefined || options.some(({ value }) => /^r?idmap/.test(value))) ?? [];
    const path = ours?.values.path?.value ?? mapped[0]?.source;
    const host = hostMounts?.filter(({ target }) => path !== undefined && (path === target || path.startsWith(`${target.replace(/\/$/, '')}/`))).toSorted((a, b) => b.target.length - a.target.length)[0];
    const type = host?.type ?? (path === undefined ? undefined : volumeFilesystem(path));
    const known = type === undefined ? undefined : filesystems[type];
    const isOld = kernel && isBefore(kernel.value, known ?? since) === true;
    const needs = known ?? (kernel && !isOld ? allSince : since);
    const match: Match = { kernel: isOld ? kernel : undefined, needs, mounts: mapped };
    const refused = ours ? [mark(ours, say('refused'))] : [];
    // Kernels of RHEL carry the code and switch it off; they say so in the log.
    if (failure && /idmapped mount is not enabled|idmapped layers are currently not supported/i.test(failure.text)) return proved(match, [mark(failure, say('off'))]);
    // A filter around the runtime answers ENOSYS too, for a call that its list does not have.
    if (ours?.errno === 'ENOSYS' && (!kernel || isBefore(kernel.value, since) === undefined)) return supported(match, refused, ['versions']);
    if (ours?.errno === 'ENOSYS' && kernel && isBefore(kernel.value, since) === false) return refuted([mark(kernel, say('known'))]);
    if (kernel && isOld && (ours || mapped.length > 0)) return proved(match, [mark(kernel, say('old', { needs })), ...refused]);
    if (kernel && isBefore(kernel.value, known ?? allSince) === false) return refuted([mark(kernel, say('fresh'))]);
    if (ours && /not enabled|kernel/i.test(ours.text) && !kernel) return open(match, ['versions', 'hostMounts'], refused);
    return ours && !kernel ? open(match, ['versions'], refused) : ours ? supported(match, refused, ['hostMounts']) : open(match, ['versions']);
  },
  explain({ kernel, needs }, say) {
    return { title: kernel ? say('title', { kernel: kernel.value, needs }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ needs, mounts }, say) {
    const verify = [look`uname -r`];
    const upgrade = fix({ title: say('fixTitle', { needs }), risk: 'review', costs: say('costs'), commands: verify, undo: [say('undo')], verify });
    const patch = mounts.flatMap(({ uidMappings, gidMappings }) => [...(uidMappings ? remove(uidMappings) : []), ...(gidMappings ? remove(gidMappings) : [])]);
    if (patch.length === 0) return [upgrade];
    return [upgrade, fix({ title: say('dropTitle'), risk: 'review', costs: say('dropCosts'), patch, undo: [say('dropUndo')] })];
  },
});
