import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './rootfs-path-relative.zh';

/** containerd's own bundle directory: core/runtime/v2/bundle.go; a task of ctr lies in `default` unless told otherwise. */
const taskDirectory = /\/io\.containerd\.runtime\.v2\.task\/([^/]+)\/[^/]+\//;
/** Namespaces in which the CRI plugin and dockerd work: they mount a snapshot on the relative path. */
const snapshotNamespaces = new Set(['k8s.io', 'moby']);

interface Match {
  readonly path: Known<string> | undefined;
  readonly directory: string | undefined;
}

export const rootfsPathRelative = defineCause({
  id: 'rootfs-path-relative',
  step: 'prepare-rootfs',
  effect: 'stops',
  explains: {
    'mountpoint-create-denied': 'sometimes',
    'rootfs-not-found': 'sometimes',
    'rootfs-unreachable': 'sometimes',
    'executable-not-found': 'sometimes',
    'mount-destination-refused': 'rarely',
  },
  underlies: [
    'rootfs-not-owned-by-mapping',
    'rootfs-parent-not-traversable',
    'rootfs-path-missing',
    'process-executable-missing',
  ],
  uses: ['rootfsPath', 'launcher', 'bundle', 'failure', 'fromImage'],
  references: [
    { title: 'containerd: user namespaces with ctr (issue 11575)', url: 'https://github.com/containerd/containerd/issues/11575' },
    { title: 'OCI runtime specification: root', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#root' },
  ],
  words: {
    en: {
      name: 'root.path is relative, and containerd resolves it against its own directory',
      pageWhy:
        'The specification says that a relative root.path is relative to the bundle. containerd writes the config into a bundle of its own below /run/containerd and starts the runtime there, so the path names an empty directory that belongs to host root. With a user namespace the mapped root may not create mount points in it, and /proc is the first.',
      pageTell:
        'The failing path lies below io.containerd.runtime.v2.task although no image was given. With runc or crun alone a relative path is fine. A wrong owner of your own rootfs shows your own path in the error.',
      pageSure: 'root.path is relative, and either the container is started through containerd or the failing path lies below io.containerd.runtime.v2.task.',
      pageNot: 'root.path is absolute, runc or crun is started by itself, or the task belongs to k8s.io or moby, which mount a snapshot there.',
      title: '`root.path` is relative, so containerd looked in its own empty directory',
      explanation:
        'containerd copies the config into a task directory of its own and starts the runtime there, so a relative `root.path` names a directory below `/run/containerd`. That one is empty and belongs to host root; your rootfs was never looked at. runc and crun on their own would take the path from the bundle.',
      relative: 'A relative path. runc takes it from the bundle; through containerd it is taken from containerd\'s own task directory.',
      taskPath: 'This is containerd\'s task directory, not your rootfs: the relative `root.path` was joined to it.',
      told: 'containerd asks for an absolute path.',
      throughContainerd: 'The container is started through containerd.',
      absolute: '`root.path` is absolute, so it means the same to every program.',
      direct: '`{launcher}` is started by itself and takes the relative path from the bundle, which is fine.',
      snapshot: 'This task belongs to `{namespace}`, which mounts a snapshot on that path.',
      image: 'The container is made of an image: its snapshot is mounted at the rootfs, and no config of yours is read.',
      elsewhere: 'The failing path lies outside containerd\'s task directory.',
      fixTitle: 'Give root.path the absolute path of your rootfs (config only)',
      costs: 'None. The config is then tied to that directory.',
      undo: 'Put `{value}` back at `/root/path`.',
      walk: 'Every directory above the rootfs needs the search bit (o+x) for the mapped root.',
    },
    zh,
  },
  judge({ rootfsPath, launcher, bundle, failure, fromImage }, say) {
    const match: Match = { path: rootfsPath, directory: bundle?.value };
    if (rootfsPath && (rootfsPath.value.startsWith('/') || rootfsPath.value === '')) {
      return refuted(rootfsPath.value === '' ? [] : [mark(rootfsPath, say('absolute'))]);
    }
    if (fromImage) return refuted([mark(fromImage, say('image'))]);
    const failedPath = failure?.values.path ?? failure?.values.target;
    const namespace = taskDirectory.exec(failedPath?.value ?? failure?.text ?? '')?.[1];
    const relative = rootfsPath ? [mark(rootfsPath, say('relative'))] : [];
    // containerd looks up the user in the rootfs, and takes no path that begins without a slash (pkg/oci, WithUser).
    const told = failure && /rootfs absolute path is required/i.test(failure.text) ? [mark(failure, say('told'))] : [];
    if (told.length > 0) return rootfsPath ? proved(match, [...relative, ...told]) : supported(match, told, ['rootfsPath']);
    if (failure && namespace) {
      if (snapshotNamespaces.has(namespace)) return refuted([mark(failure, say('snapshot', { namespace }))]);
      const marks = [...relative, mark(failedPath ?? failure, say('taskPath'))];
      return rootfsPath ? proved(match, marks) : supported(match, marks, ['rootfsPath']);
    }
    if (launcher?.value === 'runc' || launcher?.value === 'crun') {
      return refuted([mark(launcher, say('direct', { launcher: launcher.value }))]);
    }
    // The path of a tree elsewhere on the host; crun alone prints paths within the container.
    if (failedPath && /^\/.*\/(?:rootfs|merged)(?:\/|$)/.test(failedPath.value)) return refuted([mark(failedPath, say('elsewhere'))]);
    if (!rootfsPath) return open(match, ['rootfsPath', 'launcher']);
    if (launcher?.value === 'containerd') return proved(match, [...relative, mark(launcher, say('throughContainerd'))]);
    return launcher ? open(match, ['launcher'], relative) : supported(match, relative, ['launcher']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ path, directory }, say) {
    const name = path?.value.replace(/^(\.\/)+/, '') ?? 'rootfs';
    const absolute = directory ? `${directory === '/' ? '' : directory}/${name}` : `<directory of config.json>/${name}`;
    const known = directory !== undefined;
    // Where the config was not given, it knows its own path and the shell its directory.
    const edited = path ? undefined : editConfig`.root.path |= if startswith("/") then . else $here + "/" + . end`;
    return [
      fix({
        title: say('fixTitle'),
        risk: 'safe',
        costs: say('costs'),
        patch: path ? replace(path, absolute) : [],
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('undo', { value: path?.value ?? 'rootfs' })],
        verify: [edited ? look`jq .root config.json` : known ? look`namei -l ${absolute}` : look`namei -l ${{ blank: 'directory of config.json' }}/${name}`],
        notes: [say('walk')],
      }),
    ];
  },
});
