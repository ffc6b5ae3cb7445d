import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { customarySubids, neededRanges, nextFree, rangesOf } from '../../facts/subid-ranges';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, look, userName } from '../../fixes/sh';

interface Match {
  readonly user: string | undefined;
  /** First ID of the range to grant. */
  readonly first: number;
  readonly count: number;
}

/** Who asked, where the message names the user. */
const namedUser = /ranges? found for (?:user|group) (?:\d+ \(\s*"?)?"?([a-z_][\w.-]{0,31})/i;

export const subidRangeMissing = defineCause({
  id: 'subid-range-missing',
  step: 'write-id-maps',
  effect: 'stops',
  explains: {
    'subid-range-not-found': 'usually',
    'single-id-mapped': 'usually',
    'id-range-not-granted': 'sometimes',
    'newidmap-failed': 'sometimes',
    'id-map-write-denied': 'sometimes',
    'init-vanished': 'sometimes',
  },
  uses: ['subuids', 'subgids', 'caller', 'rootless', 'uidMap', 'askedUidMap', 'askedGidMap', 'failure'],
  references: [
    { title: 'subuid(5)', url: 'https://man7.org/linux/man-pages/man5/subuid.5.html' },
    { title: 'rootlesscontaine.rs: /etc/subuid and /etc/subgid', url: 'https://rootlesscontaine.rs/getting-started/common/subuid/' },
  ],
  words: {
    en: {
      name: '/etc/subuid or /etc/subgid grants no range to the user',
      pageWhy:
        'An ordinary user may map only itself. Every further ID comes through newuidmap and newgidmap, which grant what /etc/subuid and /etc/subgid list for that user. A user without a line in both files gets nothing; so does one whose line holds a number where the program looks for the name.',
      pageTell: '`grep` for the user in both files prints nothing. With a line that is there and does not hold the asked range, the range is the fault.',
      title: '`/etc/subuid` and `/etc/subgid` grant no range to {user}',
      explanation: 'To map more than its own ID, {user} needs a range of subordinate IDs in both files, and at least one of them has none.',
      told: 'No range was found for the user.',
      refused: 'The asked range was not granted.',
      noLine: 'No line for this user.',
      granted: 'A range is granted to this user.',
      root: 'The runtime is started by root, who needs no range.',
      fixTitle: 'Grant {user} {count} subordinate IDs in both files',
      fixCosts: 'These host IDs belong to the user from then on.',
      undoNote: 'Rootless Podman keeps an old namespace: run `podman system migrate` as that user afterwards.',
    },
  },
  judge({ subuids, subgids, caller, rootless, uidMap, askedUidMap, askedGidMap, failure }, say) {
    const named = failure && namedUser.exec(failure.text)?.[1];
    const user = named ?? caller?.value.name;
    const who = { ...(user ? { name: user } : {}), ...(caller?.value.uid === undefined ? {} : { uid: caller.value.uid }) };
    const asked = askedUidMap ?? askedGidMap ?? uidMap;
    const [range] = asked ? neededRanges(asked.value) : [];
    const free = nextFree([subuids?.value, subgids?.value]);
    const match: Match = { user, first: range?.start ?? free, count: Math.max(range?.count ?? 0, customarySubids) };
    const told = failure?.symptom === 'subid-range-not-found' ? [mark(failure, say('told'))] : [];
    const refused = failure && ['id-range-not-granted', 'newidmap-failed', 'id-map-write-denied', 'single-id-mapped'].includes(failure.symptom) ? [mark(failure, say('refused'))] : [];
    const files = [subuids, subgids].filter((file) => file !== undefined);
    const lacking = user === undefined && who.uid === undefined ? [] : files.filter((file) => rangesOf(file.value, who).length === 0);
    const noLine = lacking.map((file) => mark(file, say('noLine')));
    if (rootless?.value === false && told.length === 0) return refuted([mark(rootless, say('root'))]);
    if (noLine.length > 0 && (told.length > 0 || refused.length > 0)) return proved(match, [...told, ...refused, ...noLine]);
    if (told.length > 0 && lacking.length === 0 && files.length < 2) return proved(match, told);
    const granted = files.flatMap((file) => rangesOf(file.value, who))[0];
    if (granted && files.length === 2) return refuted([mark(granted.span, say('granted'))]);
    if (noLine.length > 0 && rootless?.value) return supported(match, noLine, ['failure']);
    return open(match, ['subuids', 'subgids'], [...told, ...refused]);
  },
  explain({ user }, say) {
    const shown = user ? `\`${user}\`` : 'the user';
    return { title: say('title', { user: shown }), explanation: say('explanation', { user: shown }) };
  },
  fixes({ user, first, count }, say) {
    const name = userName(user) ?? blank('user');
    const last = first + count - 1;
    return [
      fix({
        title: say('fixTitle', { user: user ? `\`${user}\`` : 'the user', count }),
        risk: 'review',
        costs: say('fixCosts'),
        commands: [
          look`grep . /etc/subuid /etc/subgid`,
          change`usermod --add-subuids ${first}-${last} --add-subgids ${first}-${last} ${name}`,
        ],
        undo: [change`usermod --del-subuids ${first}-${last} --del-subgids ${first}-${last} ${name}`],
        verify: [look`grep . /etc/subuid /etc/subgid`],
        notes: [say('undoNote')],
      }),
    ];
  },
});
