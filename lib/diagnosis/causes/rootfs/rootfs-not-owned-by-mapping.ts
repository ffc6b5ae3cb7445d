import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { failedEntryOf } from '../../facts/failed-entry';
import type { HostFile } from '../../facts/files';
import { ownedByMap } from '../../facts/reach';
import { barred } from '../../fixes/barred';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { hostPath } from '../../fixes/host-path';
import { change, look, type Command } from '../../fixes/sh';
import { zh } from './rootfs-not-owned-by-mapping.zh';

/** Failures of creating or opening something in the tree. */
const refusals: ReadonlySet<string> = new Set(['mountpoint-create-denied', 'rootfs-entry-denied', 'rootfs-unreachable', 'executable-refused']);

interface Match {
  readonly rootfs: string | undefined;
  readonly root: Known<number> | undefined;
  readonly groupRoot: number | undefined;
  readonly owner: HostFile | undefined;
  /** Owners of the tree that the map does not hold, each once. */
  readonly owners: readonly { uid: number; gid: number }[];
  readonly entry: string | undefined;
}

export const rootfsNotOwnedByMapping = defineCause({
  id: 'rootfs-not-owned-by-mapping',
  step: 'prepare-rootfs',
  effect: 'stops',
  explains: {
    'mountpoint-create-denied': 'usually',
    'rootfs-entry-denied': 'usually',
    'rootfs-unreachable': 'sometimes',
    'executable-refused': 'sometimes',
    'terminal-refused': 'rarely',
    'device-refused': 'rarely',
    'id-too-large': 'rarely',
    'volume-access-denied': 'rarely',
    'privilege-missing': 'rarely',
    'mount-refused': 'rarely', 'mount-denied': 'rarely',
  },
  uses: ['rootfsOnHost', 'files', 'uidMap', 'gidMap', 'mounts', 'failure'],
  references: [
    { title: 'user_namespaces(7): capabilities over files need both IDs mapped', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'runc issue 771: rootfs must belong to the mapped user', url: 'https://github.com/opencontainers/runc/issues/771' },
  ],
  words: {
    en: {
      name: 'The root filesystem belongs to IDs that the mapping does not hold',
      pageWhy:
        'Mount points are created by mapped root, from inside the user namespace. Its capabilities work only on files whose owner and group are both mapped; to everything else it is an ordinary user. So it cannot create /proc, /dev or a mount point in a directory that belongs to host root.',
      pageTell:
        'The owner of the directory in which the mount point is missing is outside the host IDs of the map. A foreign owner alone stops nothing: a tree with mode 0755 that holds all of its mount points starts. A directory above the rootfs without o+x fails with the same words.',
      pageSure: 'The owner of the directory and the map are known, the owner is not mapped, others may not write there, and mapped root was refused in it; or the directory is closed to others altogether.',
      pageNot: 'The owner is mapped, the failing path lies outside the rootfs, or an engine such as Podman keeps the tree itself. A foreign owner alone proves nothing.',
      title: 'The rootfs belongs to host ID {owner}, but container root is host ID {root}',
      titleUnknown: 'The rootfs seems to belong to IDs that the mapping does not hold',
      explanation:
        'Container root is host ID {root}. To it, files of host ID {owner} belong to nobody that it may act for, so it cannot create a mount point in them.',
      anotherOne: 'another one',
      foreign: 'Owned by host ID {owner}, which no extent of the map holds.',
      root: 'Container root is host ID {root}.',
      refused: 'Mapped root was refused here.',
      lacks: 'The mount point `{target}` is missing in this listing.',
      owned: 'Owned by host ID {owner}, which the map holds.',
      kept: 'The engine keeps this tree, and gives it to the mapped IDs itself.',
      elsewhere: 'The failing path lies outside the rootfs `{rootfs}`.',
      fixTitle: 'Give the tree `{rootfs}` to the mapped IDs',
      fixCosts: 'Changes the owner of every file in the tree; on the host they no longer belong to root. Takes time on large trees. The change of owner drops setuid and setgid bits and file capabilities.',
      saved: 'The first command saves who owns what.',
    },
    zh,
  },
  judge({ rootfsOnHost, files, uidMap, gidMap, mounts, failure }, say) {
    const entry = failedEntryOf({ failure, rootfsOnHost, files });
    const rootfs = rootfsOnHost?.value ?? entry?.rootfs;
    const place = entry?.directory ?? (rootfs ? files?.at(rootfs) : undefined);
    const owner = place?.uid === undefined ? undefined : place;
    const root = uidMap?.value.hostRoot;
    const below = rootfs && files ? files.below(rootfs) : [];
    const foreign = below.filter((file) => file.uid !== undefined && uidMap && !uidMap.value.holdsHost(file.uid));
    const match: Match = {
      rootfs,
      root,
      groupRoot: gidMap?.value.hostRoot?.value,
      owner,
      owners: distinct(foreign),
      entry: entry?.path,
    };
    const asks = ['files', 'uidMap'] as const;
    if (entry?.inRootfs === false && rootfs && failure) return refuted([mark(failure.values.path ?? failure, say('elsewhere', { rootfs }))]);
    if (entry?.kept && failure && !owner) return refuted([mark(failure.values.path ?? failure, say('kept'))]);
    const rooted = root ? [mark(root, say('root', { root: root.value }))] : [];
    const ours = failure !== undefined && refusals.has(failure.symptom);
    const refusedHere = failure && entry && ours ? [mark(failure.values.path ?? failure, say('refused'))] : [];
    if (owner?.uid !== undefined && uidMap) {
      if (ownedByMap(owner, uidMap.value, gidMap?.value)) return refuted([mark(owner, say('owned', { owner: owner.uid }))]);
      const marks = [mark(owner, say('foreign', { owner: owner.uid })), ...rooted];
      const closed = owner.mode !== undefined && (owner.mode & 0o002) === 0;
      if (refusedHere.length > 0 && closed && failure?.symptom !== 'executable-refused') return proved(match, [...marks, ...refusedHere]);
      if (owner.mode !== undefined && (owner.mode & 0o005) !== 0o005 && owner.type === 'directory') return proved(match, marks);
      const listing = rootfs ? files?.listingOf(rootfs) : undefined;
      const lacking = listing && !failure ? mounts?.value.find(({ destination }) => !files?.at(`${rootfs}/${destination.split('/')[1] ?? ''}`)) : undefined;
      if (lacking && listing && closed) return proved(match, [...marks, mark(listing, say('lacks', { target: lacking.destination }))]);
      return open(match, ['failure'], marks);
    }
    if (owner?.uid === 0 && refusedHere.length > 0) return supported(match, [mark(owner, say('foreign', { owner: 0 })), ...refusedHere], asks);
    return open(match, asks, rooted);
  },
  explain({ owner, root }, say) {
    if (owner?.uid === undefined || !root) return { title: say('titleUnknown'), explanation: say('explanation', { owner: owner?.uid ?? 0, root: root?.value ?? say('anotherOne') }) };
    const values = { owner: owner.uid, root: root.value };
    return { title: say('title', values), explanation: say('explanation', values) };
  },
  fixes({ rootfs, root, groupRoot, owner, owners }, say) {
    const path = rootfs === undefined ? undefined : hostPath(rootfs);
    const tree = path ?? blank('absolute path of the rootfs');
    const uid = root?.value ?? blank('host ID of container root');
    const gid = groupRoot ?? root?.value ?? blank('host group ID of container root');
    const shown = owners.length > 0 ? owners : [{ uid: 0, gid: 0 }];
    // A tree unpacked by root keeps the IDs of the image; one that a user unpacked is all his, and he stands for root.
    const stands = shown.some(({ uid: id }) => id === 0) ? 0 : owner?.uid;
    const to = (id: number, first: number | { blank: string }) => (typeof first === 'number' ? first + (id === stands ? 0 : id) : first);
    const shifts = shown.map((one): Command => change`chown -hR --from=${one.uid}:${one.gid} ${to(one.uid, uid)}:${to(one.gid, gid)} -- ${tree}`);
    const back = shown.map((one): Command => change`chown -hR --from=${to(one.uid, uid)}:${to(one.gid, gid)} ${one.uid}:${one.gid} -- ${tree}`);
    const save = change`find ${tree} -xdev -printf '%U:%G %m %p\\n' > ${tree}.owners`;
    const isBarred = rootfs !== undefined && path === undefined;
    return [
      fix({
        title: say('fixTitle', { rootfs: rootfs ?? '<absolute path of the rootfs>' }),
        risk: 'review',
        costs: say('fixCosts'),
        commands: isBarred ? [] : [save, ...shifts],
        undo: isBarred ? [] : [change`find ${tree} -xdev -printf '%U:%G %m %p\\n' > ${tree}.owners-before-undo`, ...back],
        verify: [typeof tree === 'string' ? look`ls -ldn ${tree} ${tree}/proc` : look`ls -ldn ${tree}`],
        notes: isBarred ? [barred(rootfs)] : [say('saved')],
      }),
    ];
  },
});

function distinct(files: readonly HostFile[]): { uid: number; gid: number }[] {
  const seen = new Map<string, { uid: number; gid: number }>();
  for (const { uid, gid } of files) if (uid !== undefined) seen.set(`${uid}:${gid ?? uid}`, { uid, gid: gid ?? uid });
  return [...seen.values()].slice(0, 20);
}
