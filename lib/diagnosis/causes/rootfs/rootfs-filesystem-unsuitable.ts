import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostMount } from '../../facts/facts';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './rootfs-filesystem-unsuitable.zh';

/** Filesystems whose server or layering decides owners by IDs that a user namespace cannot have. */
const foreign = /^(?:nfs4?|cifs|smb3|9p|afs|ecryptfs|vboxsf|vmhgfs|fuse\.sshfs|drvfs)$/;

interface Match {
  readonly mount: HostMount | undefined;
  readonly path: string | undefined;
  readonly flag: string | undefined;
}

export const rootfsFilesystemUnsuitable = defineCause({
  id: 'rootfs-filesystem-unsuitable',
  step: 'unpack-image',
  effect: 'stops',
  explains: {
    'storage-refused': 'usually', 'overlay-refused': 'sometimes', 'executable-refused': 'rarely', 'mountpoint-create-denied': 'rarely',
    'image-ids-not-mapped': 'rarely', 'volume-access-denied': 'rarely', 'relabel-refused': 'rarely', 'privilege-missing': 'rarely',
    'snapshotter-refused': 'rarely',
    'device-refused': 'rarely',
  },
  uses: ['rootfsOnHost', 'hostMounts', 'failure'],
  references: [
    { title: 'Podman: shortcomings of rootless mode', url: 'https://github.com/containers/podman/blob/main/rootless.md' },
    { title: 'Linux: overlayfs, upper filesystem', url: 'https://docs.kernel.org/filesystems/overlayfs.html' },
  ],
  words: {
    en: {
      name: 'The rootfs or the storage lies on a filesystem that user namespaces cannot use',
      pageWhy:
        'A network filesystem decides access by the IDs that its server knows, and lets no client set the owner to a subordinate ID. eCryptfs, and filesystems without extended attributes or d_type, cannot hold an overlay. A mount with noexec runs no program, one with nosuid no setuid bit.',
      pageTell: '`findmnt -T PATH` on the storage shows nfs, cifs, ecryptfs, 9p or an option noexec. The same image works on a local disk.',
      pageSure: 'The program names the filesystem as its reason; or the failing path lies on NFS, CIFS, eCryptfs or 9p; or the program to start lies on a mount with noexec.',
      pageNot: 'The mounts were shown, and the path lies on a local filesystem without noexec.',
      title: '`{path}` lies on {type}, which cannot serve a user namespace',
      titleFlag: '`{path}` lies on a filesystem mounted with {flag}',
      titleUnknown: 'The filesystem below the storage cannot serve a user namespace',
      explanation: 'Files of subordinate IDs, extended attributes or executable files are needed there, and this filesystem does not give them.',
      type: 'A filesystem of type {type}.',
      flagged: 'It is mounted with {flag}.',
      told: 'The program says that the filesystem does not do.',
      local: 'A local filesystem of type {type}.',
      fixTitle: 'Put the storage on a local disk',
      costs: 'Images are pulled anew; the old storage stays where it is.',
      undo: 'Point the storage back at the old directory.',
      how: 'Podman and Buildah: `graphroot` in ~/.config/containers/storage.conf, say /var/tmp/USER/containers. Docker and containerd: `data-root` and `root`. A bundle moves as a whole.',
      verifyNote: 'A driver that copies (vfs) also works on NFS for reading, and is slow.',
    },
    zh,
  },
  judge({ rootfsOnHost, hostMounts, failure }, say) {
    const path = rootfsOnHost?.value ?? failure?.values.path?.value;
    const mount = path === undefined ? undefined : covering(path, hostMounts ?? []);
    const bad = mount && foreign.test(mount.type) ? mount : hostMounts?.find(({ type, target }) => foreign.test(type) && path === undefined && target !== '/proc');
    const flag = failure?.symptom === 'executable-refused' ? mount?.options.find((option) => option === 'noexec') : undefined;
    const match: Match = { mount: bad ?? (flag ? mount : undefined), path, flag };
    const told = failure?.symptom === 'storage-refused' ? [mark(failure, say('told'))] : [];
    if (mount && flag) return proved(match, [mark(mount.span, say('flagged', { flag }))]);
    if (bad && failure) {
      const marks = [mark(bad.span, say('type', { type: bad.type })), ...told];
      return told.length > 0 || mount === bad ? proved(match, marks) : supported(match, marks, ['failure']);
    }
    const named = /network file system|d_type|does not support|not supported|backing file system/i.test(failure?.text ?? '');
    if (told.length > 0) return named ? proved(match, told) : supported(match, told, ['hostMounts']);
    return mount && failure ? refuted([mark(mount.span, say('local', { type: mount.type }))]) : open(match, ['hostMounts']);
  },
  explain({ mount, path, flag }, say) {
    const explanation = say('explanation');
    if (flag) return { title: say('titleFlag', { path: path ?? '', flag }), explanation };
    return { title: mount ? say('title', { path: path ?? mount.target, type: mount.type }) : say('titleUnknown'), explanation };
  },
  fixes({ path }, say) {
    const verify = [path ? look`findmnt -T ${path}` : look`findmnt -T ${blank('directory of the storage')}`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [say('undo')], verify, notes: [say('how'), say('verifyNote')] })];
  },
});

/** The mount that holds a path: the longest target that it lies below. */
function covering(path: string, mounts: readonly HostMount[]): HostMount | undefined {
  return mounts
    .filter(({ target }) => path === target || path.startsWith(target === '/' ? '/' : `${target}/`))
    .toSorted((a, b) => b.target.length - a.target.length)[0];
}
