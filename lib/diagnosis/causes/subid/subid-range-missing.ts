import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Caller } from '../../facts/facts';
import { asksOfGrants, customarySubids, isGrantable, lacksRange, neededRanges, nextFree, printRange, rangesOf, refusedRange, type HostRange } from '../../facts/subid-ranges';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, look, userName } from '../../fixes/sh';
import { zh } from './subid-range-missing.zh';

interface Match {
  readonly user: string | undefined;
  readonly grant: HostRange;
  /** Which of the two files gets a line. */
  readonly lacks: 'both' | 'uid' | 'gid';
  /** The range that the map asks for, where it is not the granted one. */
  readonly asked: HostRange | undefined;
}

/** Who asked, where the message names the user. */
const namedUser = /ranges? (?:found|set aside) for (?:user|group) (?:\d+ \(\s*"?)?"?([a-z_][\w.-]{0,31})/i;

const refusedSymptoms = ['id-range-not-granted', 'newidmap-failed', 'id-map-write-denied', 'single-id-mapped'];

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
    'image-ids-not-mapped': 'sometimes',
    'ids-not-enough': 'sometimes',
    'stale-namespace': 'rarely',
    'kubelet-range-refused': 'rarely',
    'newidmap-not-found': 'rarely',
    'id-mappings-missing': 'rarely',
    'process-user-refused': 'rarely',
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
      pageSure: 'A program says that it found no range; or one of the files was shown, has no line for the user, and a map was refused.',
      pageNot: 'Both files hold a range of the user, or root starts the runtime.',
      title: '{files} no range to {user}, who needs one to map more than a single ID',
      both: '`/etc/subuid` and `/etc/subgid` grant',
      uid: '`/etc/subuid` grants',
      gid: '`/etc/subgid` grants',
      explanation: 'To map more than its own ID, {user} needs a range of subordinate IDs in `/etc/subuid` and in `/etc/subgid`, and at least one of the files has none.',
      theUser: 'the user',
      told: 'No range was found for the user.',
      refused: 'What a user without a range is refused.',
      noLine: 'No line for this user.',
      granted: 'A range is granted to this user.',
      root: 'The runtime is started by root, who needs no range.',
      fixTitle: 'Grant host IDs {range} to {user}',
      fixCosts: 'These host IDs belong to the user from then on.',
      migrate: 'Rootless Podman keeps an old namespace: run `podman system migrate` as that user afterwards.',
      byHand: 'A user who is not in `/etc/passwd` (LDAP, SSSD) gets the line `{line}` in both files by hand.',
      otherRange: 'The map asks for {asked}, which is not free to grant: let it ask for {range}.',
    },
    zh,
  },
  judge({ subuids, subgids, caller, rootless, uidMap, askedUidMap, askedGidMap, failure }, say) {
    const named = failure && namedUser.exec(failure.text)?.[1];
    const who: Caller = named && named !== caller?.value.name ? { name: named } : (caller?.value ?? {});
    const files = [subuids, subgids].filter((file) => file !== undefined);
    const lacking = files.filter((file) => lacksRange(file.value, who));
    const granted = files.flatMap((file) => rangesOf(file.value, who))[0];
    const map = askedUidMap ?? askedGidMap ?? uidMap;
    const asked = refusedRange(failure) ?? (map && neededRanges(map.value)[0]);
    const only = lacking.length === 1 && granted ? (lacking[0] === subuids ? 'uid' : 'gid') : 'both';
    const grant = chooseRange(asked, only === 'both' ? undefined : granted, [subuids?.value, subgids?.value], who);
    const moved = asked && (asked.start < grant.start || asked.start + asked.count > grant.start + grant.count);
    const match: Match = { user: who.name, grant, lacks: only, asked: moved ? asked : undefined };
    const told = failure?.symptom === 'subid-range-not-found' ? [mark(failure, say('told'))] : [];
    const refused = failure && refusedSymptoms.includes(failure.symptom) ? [mark(failure, say('refused'))] : [];
    const noLine = lacking.map((file) => mark(file, say('noLine')));
    if (rootless?.value === false && told.length === 0) return refuted([mark(rootless, say('root'))]);
    if (noLine.length > 0 && (told.length > 0 || refused.length > 0)) return proved(match, [...told, ...refused, ...noLine]);
    // The message can mean nothing else; with a line shown in both files, the program may look in another place.
    if (told.length > 0) return files.length === 2 && granted ? supported(match, told, ['caller']) : proved(match, told);
    if (granted && files.length === 2 && lacking.length === 0) return refuted([mark(granted.span, say('granted'))]);
    if (noLine.length > 0 && rootless?.value) return supported(match, noLine, ['failure']);
    return open(match, asksOfGrants({ subuids, subgids }), refused);
  },
  explain({ user, lacks }, say) {
    const shown = user ? `\`${user}\`` : say('theUser');
    return { title: say('title', { user: shown, files: say(lacks) }), explanation: say('explanation', { user: shown }) };
  },
  fixes({ user, grant, lacks, asked }, say) {
    const name = userName(user) ?? blank('user');
    const [first, last] = [grant.start, grant.start + grant.count - 1];
    const range = printRange(grant);
    const commands = {
      both: [change`usermod --add-subuids ${first}-${last} --add-subgids ${first}-${last} ${name}`],
      uid: [change`usermod --add-subuids ${first}-${last} ${name}`],
      gid: [change`usermod --add-subgids ${first}-${last} ${name}`],
    };
    const undo = {
      both: [change`usermod --del-subuids ${first}-${last} --del-subgids ${first}-${last} ${name}`],
      uid: [change`usermod --del-subuids ${first}-${last} ${name}`],
      gid: [change`usermod --del-subgids ${first}-${last} ${name}`],
    };
    const notes = [say('migrate'), say('byHand', { line: `${user ?? '<user>'}:${first}:${grant.count}` })];
    return [
      fix({
        title: say('fixTitle', { user: user ? `\`${user}\`` : say('theUser'), range }),
        risk: 'review',
        costs: say('fixCosts'),
        commands: [look`grep . /etc/subuid /etc/subgid`, ...commands[lacks]],
        undo: undo[lacks],
        verify: [look`grep . /etc/subuid /etc/subgid`],
        notes: [...(asked ? [say('otherRange', { asked: printRange(asked), range })] : []), ...notes],
      }),
    ];
  },
});

/** The range to grant: what the other file grants, what the map asks for where it is free, else the next free one. */
function chooseRange(
  asked: HostRange | undefined,
  other: HostRange | undefined,
  files: Parameters<typeof isGrantable>[1],
  who: Caller,
): HostRange {
  if (other) return { start: other.start, count: other.count };
  const whole = asked && { start: asked.start, count: Math.max(asked.count, customarySubids) };
  if (whole && isGrantable(whole, files, who)) return whole;
  if (asked && isGrantable(asked, files, who)) return { start: asked.start, count: asked.count };
  return { start: nextFree(files), count: Math.max(asked?.count ?? 0, customarySubids) };
}
