import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { failedEntryOf } from '../../facts/failed-entry';
import type { HostFile } from '../../facts/files';
import { reachOf } from '../../facts/reach';
import { barred } from '../../fixes/barred';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { searchableDirectory } from '../../fixes/host-path';
import { change, look } from '../../fixes/sh';
import { zh } from './rootfs-parent-not-traversable.zh';

interface Match {
  readonly blocked: readonly HostFile[];
  /** A directory that the message itself names. */
  readonly named: string | undefined;
  readonly path: string | undefined;
  readonly root: number | undefined;
}

export const rootfsParentNotTraversable = defineCause({
  id: 'rootfs-parent-not-traversable',
  step: 'prepare-rootfs',
  effect: 'stops',
  explains: {
    'rootfs-unreachable': 'usually',
    'rootfs-entry-denied': 'sometimes',
    'mountpoint-create-denied': 'sometimes',
    'executable-refused': 'rarely',
    'rootfs-not-found': 'rarely',
    'pivot-root-refused': 'rarely', 'mount-denied': 'rarely',
  },
  underlies: ['rootfs-not-owned-by-mapping'],
  uses: ['rootfsOnHost', 'bundle', 'files', 'uidMap', 'gidMap', 'failure'],
  references: [
    { title: 'path_resolution(7): search permission', url: 'https://man7.org/linux/man-pages/man7/path_resolution.7.html' },
    { title: 'containerd: user namespaces with ctr (issue 11575)', url: 'https://github.com/containerd/containerd/issues/11575' },
  ],
  words: {
    en: {
      name: 'A directory above the rootfs lacks search permission (o+x) for mapped root',
      pageWhy:
        'The runtime\'s init walks to the rootfs as mapped root. On the host that is an ordinary ID, neither owner nor group of the directories above, so each of them needs the search bit for others. A home directory at 0700 or 0750 stops it.',
      pageTell: '`namei -l` on the rootfs shows a directory without x for others that does not belong to a mapped ID. The error names the rootfs itself or the first thing in it, though the tree has the right owner.',
      pageSure: 'A directory above the rootfs lacks o+x, does not belong to a mapped ID, and the map is known or the way was refused.',
      pageNot: 'Every directory down to the rootfs was listed, and each lets others or a mapped owner through. Read permission is not needed.',
      title: 'Mapped root is stopped at `{directory}`: others may not search it',
      titleUnknown: 'A directory above the rootfs may be closed to mapped root',
      explanation: 'Container root is an ordinary ID on the host{root}. To reach the rootfs it needs the search bit (o+x) on every directory above, and one of them lacks it.',
      asHostId: ' (host ID {root})',
      closed: 'Mode {mode}: others may not search this directory, and its owner is not mapped.',
      refused: 'The way to the rootfs was refused.',
      named: 'The program names the directory that it could not pass.',
      kept: 'The engine keeps this tree, and the way to it open for mapped root.',
      open: 'Every directory above the rootfs lets others through.',
      fixTitle: 'Let others pass through `{directory}` (o+x, not readable)',
      fixCosts: 'Every user of the host may pass through the directory to names that it knows; listing it stays closed.',
      moveNote: 'Or move the bundle to a directory that others may pass, such as /srv.',
    },
    zh,
  },
  judge({ rootfsOnHost, bundle, files, uidMap, gidMap, failure }, say) {
    const entry = failedEntryOf({ failure, rootfsOnHost, files });
    const path = rootfsOnHost?.value ?? entry?.rootfs ?? (entry?.path.startsWith('/') ? entry.path : bundle?.value);
    const reach = path === undefined ? undefined : reachOf(path, files, uidMap?.value, gidMap?.value);
    const blocked = reach?.blocked ?? [];
    const named = failure?.by === 'lxc' && failure.symptom === 'rootfs-unreachable' ? failure.values.path : undefined;
    // LXC names the directory to open; in its other lines, the path that it could not follow.
    const grants = /grant it/i.test(failure?.text ?? '');
    const match: Match = { blocked, named: grants ? named?.value : undefined, path: path ?? named?.value, root: uidMap?.value.hostRoot?.value };
    const refused = failure && ['rootfs-unreachable', 'rootfs-entry-denied', 'mountpoint-create-denied'].includes(failure.symptom) ? [mark(failure.values.path ?? failure, say('refused'))] : [];
    const closed = blocked.map((file) => mark(file, say('closed', { mode: (file.mode ?? 0).toString(8).padStart(4, '0') })));
    // With the map known, a closed directory above stops mapped root for certain.
    if (closed.length > 0 && (uidMap || refused.length > 0)) return proved(match, [...closed, ...refused]);
    if (named && grants) return proved(match, [mark(named, say('named'))]);
    if (named) return supported(match, [mark(named, say('named'))], ['files']);
    if (entry?.kept && failure && failure.symptom !== 'rootfs-unreachable') return refuted([mark(failure.values.path ?? failure, say('kept'))]);
    const walked = reach?.open && path ? files?.above(path).at(-1) : undefined;
    if (walked) return refuted([mark(walked, say('open'))]);
    return open(match, ['files'], refused);
  },
  explain({ blocked, named, root }, say) {
    const directory = blocked[0]?.path ?? named;
    const explanation = say('explanation', { root: root === undefined ? '' : say('asHostId', { root }) });
    return { title: directory ? say('title', { directory }) : say('titleUnknown'), explanation };
  },
  fixes({ blocked, named, path }, say) {
    const directories = blocked.length > 0 ? blocked.map((file) => file.path) : named ? [named] : [];
    const allowed = directories.map(searchableDirectory).filter((directory) => directory !== undefined);
    const refusedOnes = directories.filter((directory) => searchableDirectory(directory) === undefined);
    const unknown = blank('closed directory');
    const walk = path ? look`namei -l ${path}` : look`namei -l ${blank('absolute path of the rootfs')}`;
    const open = directories.length === 0 ? [change`chmod o+x -- ${unknown}`] : allowed.map((directory) => change`chmod o+x -- ${directory}`);
    const close = directories.length === 0 ? [change`chmod o-x -- ${unknown}`] : allowed.map((directory) => change`chmod o-x -- ${directory}`);
    return [
      fix({
        title: say('fixTitle', { directory: directories.join('`, `') || '<closed directory>' }),
        risk: 'review',
        costs: say('fixCosts'),
        commands: open.length > 0 ? [walk, ...open] : [],
        undo: close,
        verify: [walk],
        notes: [...refusedOnes.map(barred), say('moveNote')],
      }),
    ];
  },
});
