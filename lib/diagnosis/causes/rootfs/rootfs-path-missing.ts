import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace, setMember } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './rootfs-path-missing.zh';

interface Match {
  readonly path: Known<string> | undefined;
  /** The object that lacks `root` or `path`. */
  readonly absent: Known<true> | undefined;
  /** A directory that a listing shows and that may be meant. */
  readonly candidate: string | undefined;
  readonly said: string | undefined;
  /** The name that every set-up of a bundle uses, where the config names nothing and a runtime reads it by itself. */
  readonly conventional: string | undefined;
}

/** The runtime specification on root.path: "The value SHOULD be the conventional rootfs" (config.md, Root). */
const convention = 'rootfs';

export const rootfsPathMissing = defineCause({
  id: 'rootfs-path-missing',
  step: 'read-config',
  effect: 'stops',
  explains: { 'rootfs-not-found': 'usually', 'rootfs-unreachable': 'sometimes', 'executable-not-found': 'rarely' },
  underlies: ['process-executable-missing'],
  uses: ['rootfsPath', 'rootfsPathAbsent', 'rootfsOnHost', 'bundle', 'launcher', 'files', 'failure'],
  references: [
    { title: 'OCI runtime specification: root', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#root' },
    { title: 'runc: validate, rootfs', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go' },
  ],
  words: {
    en: {
      name: 'root.path is absent, empty, or names no directory that holds a root filesystem',
      pageWhy:
        'The runtime enters root.path before it does anything for the container. Where the member is absent or empty, or the directory does not exist, it stops as it reads the config. An empty directory gets further and fails as the program to start is not found.',
      pageTell: 'The message names root or rootfs and says that it does not exist. A directory that exists and may not be entered says permission denied. Through containerd, a relative path names a directory of containerd.',
      pageSure: 'root or root.path is absent or empty in a whole config, a listing shows no such directory or nothing in it, or the runtime names an absolute path that does not exist.',
      pageNot: 'A listing shows the directory. "Permission denied" is no absence.',
      title: 'The rootfs `{path}` does not exist',
      titleAbsent: 'The config has no `root.path`, so there is no filesystem to start in',
      titleEmpty: 'The rootfs `{path}` is empty',
      explanation: 'The runtime enters `root.path` first of all, and it names no directory that holds a root filesystem.',
      absent: 'Here `root.path` is missing.',
      empty: 'An empty path.',
      named: 'This is the directory that is looked for.',
      told: 'The runtime did not find it.',
      notThere: 'The listing shows no such directory.',
      nothingIn: 'The listing shows nothing in it.',
      there: 'The directory is there.',
      fixTitle: 'Give root.path the directory of the root filesystem (config only)',
      fixCosts: 'None known.',
      fixUndo: 'Put the old value of `/root/path` back.',
    },
    zh,
  },
  judge({ rootfsPath, rootfsPathAbsent, rootfsOnHost, bundle, launcher, files, failure }, say) {
    const said = failure?.symptom === 'rootfs-not-found' ? failure.values.path?.value : undefined;
    const told = failure?.symptom === 'rootfs-not-found' ? [mark(failure.values.path ?? failure, say('told'))] : [];
    const directories = (files?.all ?? []).filter(({ type, missing, path }) => type === 'directory' && !missing && /rootfs[^/]*$/.test(path));
    const inBundle = bundle && directories.find(({ path }) => path.startsWith(`${bundle.value}/`));
    const candidate = (inBundle ?? directories.find(({ path }) => path !== rootfsOnHost?.value))?.path;
    const namesNothing = rootfsPathAbsent !== undefined || rootfsPath?.value === '' || (!rootfsPath && told.length > 0 && /root must be specified|no .?root.? block/i.test(failure?.text ?? ''));
    const byItself = launcher?.value === 'runc' || launcher?.value === 'crun' || failure?.by === 'runc' || failure?.by === 'crun';
    const match: Match = { path: rootfsPath, absent: rootfsPathAbsent, candidate, said, conventional: namesNothing && byItself ? convention : undefined };
    if (rootfsPathAbsent) return proved(match, [mark(rootfsPathAbsent, say('absent')), ...told]);
    if (rootfsPath?.value === '') return proved(match, [mark(rootfsPath, say('empty')), ...told]);
    const named = rootfsPath ? [mark(rootfsPath, say('named'))] : [];
    if (rootfsOnHost && files) {
      const at = files.at(rootfsOnHost.value);
      const parent = rootfsOnHost.value.replace(/\/[^/]*$/, '') || '/';
      const listing = files.listingOf(parent);
      if (at?.missing) return proved(match, [...named, mark(at, say('notThere')), ...told]);
      if (!at && listing) return proved(match, [...named, mark(listing, say('notThere')), ...told]);
      const inside = files.listingOf(rootfsOnHost.value);
      if (inside && files.below(rootfsOnHost.value).length <= 1) return proved(match, [...named, mark(inside, say('nothingIn'))]);
      if (at && told.length === 0) return refuted([mark(at, say('there'))]);
    }
    if (told.length > 0 && (said?.startsWith('/') ?? false) && !/io\.containerd\.runtime/.test(said ?? '')) return proved(match, [...told, ...named]);
    if (told.length > 0) return supported(match, [...told, ...named], ['rootfsPath', 'files']);
    return open(match, ['rootfsPath', 'files']);
  },
  explain({ path, absent, said }, say) {
    const shown = path?.value || said || 'root.path';
    const title = absent || path?.value === '' ? say('titleAbsent') : say('title', { path: shown });
    return { title, explanation: say('explanation') };
  },
  fixes({ path, absent, candidate, conventional }, say) {
    const value = candidate ?? conventional ?? '<absolute path of the rootfs>';
    const isRootObject = absent?.span.pointer?.endsWith('/root') ?? false;
    const patch = path ? replace(path, value) : absent ? setMember(absent, isRootObject ? 'path' : 'root', isRootObject ? value : { path: value }) : [];
    const edited = patch.length > 0 ? undefined : conventional ? editConfig`.root.path = "rootfs"` : editConfig`.root.path = "<absolute path of the rootfs>"`;
    const there = conventional && !candidate ? [look`ls -ld ${conventional}`] : [];
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('fixCosts'),
        patch,
        commands: edited ? [...there, ...edited.commands] : [],
        undo: edited?.undo ?? [say('fixUndo')],
        verify: [candidate ? look`ls -la ${candidate}` : look`jq .root config.json`, ...there],
      }),
    ];
  },
});
