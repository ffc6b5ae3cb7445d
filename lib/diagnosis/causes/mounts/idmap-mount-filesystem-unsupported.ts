import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostMount, Mount } from '../../facts/facts';
import { blank } from '../../fixes/blank';
import { isOfPod, volumeFilesystem } from '../../facts/volume-filesystem';
import { editOutIdMaps } from '../../fixes/edit-out-id-maps';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './idmap-mount-filesystem-unsupported.zh';

/** Filesystems without FS_ALLOW_IDMAP in any kernel (their file_system_type in Linux up to 7.2). */
const never = /^(?:nfs4?|cifs|smb3|9p|afs|ecryptfs|proc|sysfs|devpts|vboxsf|fuse\.\w+|overlay|ramfs|devtmpfs|cgroup2?|mqueue|iso9660|udf|jfs)$/;

interface Match {
  readonly mount: Mount | undefined;
  /** The type that cannot map IDs, and the mount of the host that shows it. */
  readonly type: string | undefined;
  readonly host: HostMount | undefined;
  readonly path: string | undefined;
  /** Its config.json is written by containerd or CRI-O for a pod. */
  readonly ofPod: boolean;
}

export const idmapMountFilesystemUnsupported = defineCause({
  id: 'idmap-mount-filesystem-unsupported',
  step: 'mount',
  effect: 'stops',
  explains: { 'idmap-mount-refused': 'usually', 'snapshotter-refused': 'rarely', 'bind-source-refused': 'rarely' },
  uses: ['mounts', 'hostMounts', 'pod', 'launcher', 'failure'],
  references: [
    { title: 'mount_setattr(2): filesystems that map IDs', url: 'https://man7.org/linux/man-pages/man2/mount_setattr.2.html' },
    { title: 'Kubernetes: user namespaces, filesystems', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
  ],
  words: {
    en: {
      name: 'The source of an ID-mapped mount lies on a filesystem that cannot map IDs',
      pageWhy:
        'A filesystem must declare that it maps IDs. ext4, xfs, btrfs, tmpfs and others do; NFS, CIFS, 9p, eCryptfs and an overlay as a whole do not, and mount_setattr answers EINVAL. In Kubernetes every volume of a pod with a user namespace has to lie on one that does.',
      pageTell: '`findmnt -T SOURCE` shows the type. Where it is one that maps IDs, the kernel is too old for it; EPERM means that the caller has no right over the filesystem.',
      pageSure: 'mount_setattr answered EINVAL, and the source lies on NFS, CIFS, 9p, eCryptfs or another type that never maps IDs.',
      pageNot: 'The filesystem is one that maps IDs: then the kernel is too old for it. ENOSYS and EPERM mean something else.',
      title: '`{path}` lies on {type}, which cannot map IDs',
      titleUnknown: 'The filesystem of the source may not map IDs',
      explanation: 'The runtime asked for a mount with mapped IDs, and the kernel found that the filesystem does not do it.',
      type: 'A filesystem of type {type}.',
      volume: 'The kubelet mounts a volume of this plugin as {type}.',
      refused: 'The kernel refused to map the IDs.',
      able: '{type} maps IDs, on a kernel that is new enough.',
      fixTitle: 'Keep these files on a filesystem that maps IDs (ext4, xfs, btrfs, tmpfs)',
      costs: 'The files have to be copied there.',
      undo: 'Point the mount back at the old source.',
      pod: 'In Kubernetes: give the pod another volume, or `hostUsers: true` where it needs this one.',
      dropTitle: 'Mount without ID mappings (config only)',
      dropCosts: 'The files keep their IDs; the server must let the mapped ones in.',
      dropUndo: 'Put the mappings of the mount back.',
    },
    zh,
  },
  judge({ mounts, hostMounts, pod, launcher, failure }, say) {
    const ours = failure?.symptom === 'idmap-mount-refused' ? failure : undefined;
    const named = ours?.values.path?.value;
    const mapped = mounts?.value.filter(({ uidMappings, options }) => uidMappings !== undefined || options.some(({ value }) => /^r?idmap/.test(value))) ?? [];
    const mount = mapped.find(({ source, destination }) => source === named || destination === named) ?? mapped[0];
    const path = mount?.source ?? named;
    const host = hostMounts?.filter(({ target }) => path !== undefined && (path === target || path.startsWith(`${target.replace(/\/$/, '')}/`))).toSorted((a, b) => b.target.length - a.target.length)[0];
    const volume = host || path === undefined ? undefined : volumeFilesystem(path);
    const type = host?.type ?? volume;
    const cannot = type !== undefined && never.test(type);
    const ofPod = pod !== undefined || launcher?.value === 'cri' || (path !== undefined && isOfPod(path));
    const match: Match = { mount, type: cannot ? type : undefined, host: cannot ? host : undefined, path, ofPod };
    if (!ours) return open(match, ['failure']);
    const refused = mark(ours, say('refused'));
    if (ours.errno === 'ENOSYS' || ours.errno === 'EPERM') return open(match, ['hostMounts'], [refused]);
    if (match.host) return proved(match, [refused, mark(match.host.span, say('type', { type: match.host.type }))]);
    if (cannot) return proved(match, [refused, mark(ours, say('volume', { type }))]);
    // crun names the mount as the container sees it: only the config tells which directory of the host that is.
    const isSource = mount !== undefined || ours.by === 'runc';
    if (host && isSource) return refuted([mark(host.span, say('able', { type: host.type }))]);
    if (volume !== undefined) return refuted([mark(ours, say('able', { type: volume }))]);
    return supported(match, [refused], host ? ['mounts'] : ['hostMounts']);
  },
  explain({ type, host, path }, say) {
    const where = path ?? host?.target;
    return { title: type !== undefined && where !== undefined ? say('title', { path: where, type }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ mount, path, ofPod }, say) {
    const verify = [path ? look`findmnt -T ${path}` : look`findmnt -T ${blank('source of the mount')}`];
    const move = fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [say('undo')], verify, notes: [say('pod')] });
    const patch = mount ? [...(mount.uidMappings ? remove(mount.uidMappings) : []), ...(mount.gidMappings ? remove(mount.gidMappings) : [])] : [];
    // Nobody edits the config of a pod: it is written anew for each container.
    if (patch.length === 0 && ofPod) return [move];
    return [fix({ title: say('dropTitle'), risk: 'review', costs: say('dropCosts'), ...(patch.length > 0 ? { patch, undo: [say('dropUndo')] } : editOutIdMaps()) }), move];
  },
});
