import { inLanguages, type WholeKey, type wordsOf } from '../../../lib/diagnosis/sentence';
import { zh } from './words.zh';

/** What the pictures say. */
export const pictureWords = inLanguages({
  en: {
    idMap: 'ID map',
    idMapNote: 'where container IDs live on the host',
    users: 'Users',
    groups: 'Groups',
    usersAndGroups: 'Users and groups',
    walks: 'Path walk',
    walksNote: 'each directory down to it, as container root finds it',
    namespaces: 'Namespaces',
    namespacesNote: 'which are new, and which user namespace owns them',
    container: 'container',
    host: 'host',
    asTable: 'As a table',
    'process-user': 'process user',
    'process-group': 'process group',
    'additional-group': 'additional group',
    rootfs: 'rootfs',
    volume: 'volume',
    ownerOf: 'owner of {what}',
    granted: 'granted to {owner}: {range}',
    overlap: 'overlaps another range',
    'beyond-end': 'runs past 4294967294, the last ID',
    none: '',
    inside: 'inside: {side} {other}',
    hole: 'in a hole of the map',
    below: 'before the map begins',
    beyond: 'beyond the map',
    moreRanges: '{count} more ranges stand in the table.',
    hole_: 'hole: {range}',
    range: 'Range',
    on: 'on the {side}',
    what: 'What',
    falls: 'Falls',
    seen: 'Seen',
    unreadable: 'not a number from 0 to 4294967295: {text}',
    whereFalls: 'Where does an ID fall?',
    probeAnswer: 'As a container ID: {container}. As a host ID: {host}.',
    probeHint: 'Type a number, or point at one anywhere on this page.',
    is: '{side} {other}',
    rootfsAt: 'Down to the rootfs',
    bindAt: 'Down to a bind source',
    walker: 'Container root walks as host {id}.',
    noWalker: 'No map says which host ID container root is.',
    stopped: 'container root ({id}) is stopped here',
    passed: 'may be searched',
    unknown: 'not told whether it may be searched',
    notShown: 'not shown by any listing',
    missing: 'does not exist',
    unmapped: 'owner or group outside the map',
    directory: 'Directory',
    owner: 'Owner',
    mode: 'Mode',
    passage: 'Container root',
    hostUser: 'the user namespace of the host (of the runtime)',
    ownUser: "the container's own user namespace",
    joinedUser: 'the user namespace that is joined',
    untoldUser: 'owner not told by the config',
    new: 'new',
    joined: 'joined',
    hosts: "the host's",
    namespace: 'Namespace',
    state: 'State',
    ownedBy: 'Owned by',
    joinedAt: 'joined: {path}',
    grantedTo: 'granted to {owner}',
  },
  zh,
});

/** A text of the pictures in the language of the page. */
export type Say = ReturnType<typeof wordsOf<(typeof pictureWords)['en']>>;

/** A text without holes, for where the key is a value. */
export type PictureWord = WholeKey<(typeof pictureWords)['en']>;

/** For people, ends inside: `100000–165535`. */
export function printRange(start: number, size: number): string {
  return size <= 1 ? String(start) : `${start}–${start + size - 1}`;
}
