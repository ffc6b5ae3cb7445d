import { defineCause, mark, open, proved, refuted, supported, type Mark } from '../../cause';
import type { Known } from '../../documents/document';
import type { Caller, SubidFile, SubidRange } from '../../facts/facts';
import type { Extent, IdMap } from '../../facts/id-map';
import { asksOfGrants, beginsInside, isGrantable, isGranted, neededRanges, ownRanges, printRange, refusedRange, type HostRange } from '../../facts/subid-ranges';
import { blank } from '../../fixes/blank';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { change, look, superuser, userName } from '../../fixes/sh';
import { zh } from './subid-range-mismatch.zh';

interface Match {
  readonly user: string | undefined;
  readonly asked: { start: number; count: number } | undefined;
  /** May the asked range be granted: is it none of the host's own IDs, and nobody else's? */
  readonly grantable: boolean;
  /** What is granted already. */
  readonly to: SubidRange | undefined;
  /** Extents of the config to move into a granted range. */
  readonly moves: readonly { readonly extent: Extent; readonly to: SubidRange }[];
  readonly granted: string;
}

export const subidRangeMismatch = defineCause({
  id: 'subid-range-mismatch',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely', 'id-range-not-granted': 'usually', 'newidmap-failed': 'usually', 'id-map-write-denied': 'sometimes', 'subid-range-not-found': 'rarely', 'map-target-foreign': 'rarely' },
  uses: ['subuids', 'subgids', 'caller', 'rootless', 'uidMap', 'gidMap', 'askedUidMap', 'askedGidMap', 'failure'],
  references: [
    { title: 'newuidmap(1)', url: 'https://man7.org/linux/man-pages/man1/newuidmap.1.html' },
    { title: 'subuid(5)', url: 'https://man7.org/linux/man-pages/man5/subuid.5.html' },
  ],
  words: {
    en: {
      name: 'The asked host range lies outside what /etc/subuid or /etc/subgid grants',
      pageWhy:
        'newuidmap writes a map for an ordinary user only where each range lies inside one line of /etc/subuid for that user, and newgidmap the same with /etc/subgid. A config made for another host, or for another user, asks for IDs that are not granted here.',
      pageTell: 'newuidmap prints the range in half-open brackets and "not allowed". Compare it with the line of the user. Without any line the grant itself is missing.',
      pageSure: 'The ranges of the user and the asked host IDs are known, the asked ones lie outside, and newuidmap refused them or an ordinary user starts the runtime.',
      pageNot: 'The granted range holds what is asked, begins where it begins and is merely too short, or there is none at all.',
      title: 'The map asks for host IDs {asked}, but {user} is granted {granted}',
      titleUnknown: 'The map asks for host IDs {asked}, which are not granted to {user}',
      explanation: 'newuidmap and newgidmap write only ranges that lie inside one line of `/etc/subuid` or `/etc/subgid` of the user who calls them.',
      theUser: 'the user',
      notShown: 'that are not shown',
      asked: 'Asks for host IDs {asked}.',
      told: 'newuidmap or newgidmap refused this range.',
      grant: 'What is granted: host IDs {granted}.',
      short: 'The granted range holds the beginning of what is asked for: it is too small.',
      fits: 'The asked range lies inside this grant.',
      none: 'No line for this user at all.',
      root: 'The runtime is started by root, who needs no grant.',
      moveTitle: 'Let the map use the granted range (config only)',
      moveCosts: 'Files that belong to the old host IDs need a new owner.',
      moveUndo: 'Put `{value}` back at `{pointer}`.',
      grantTitle: 'Grant host IDs {asked} to {user}',
      grantCosts: 'These host IDs belong to the user from then on; see that no other line holds them.',
    },
    zh,
  },
  judge({ subuids, subgids, caller, rootless, uidMap, gidMap, askedUidMap, askedGidMap, failure }, say) {
    const refused = refusedRange(failure);
    const sides = [
      side(subuids, caller?.value, uidMap, askedUidMap, refused?.which === 'uid' ? refused : undefined),
      side(subgids, caller?.value, gidMap, askedGidMap, refused?.which === 'gid' ? refused : undefined),
    ];
    const asked = sides.flatMap(({ outside }) => outside)[0] ?? refused ?? sides.flatMap(({ needed }) => needed)[0];
    const granted = sides.flatMap((one) => one.granted);
    const [grant] = granted;
    const shown = [...new Set(granted.map(printRange))].join(', ');
    // Root reaches the files of a single ID of the host as it is: to pass one into a container gives away nothing of his.
    const grantable = !asked || (asked.count === 1 && caller?.value.uid === 0) || isGrantable(asked, [subuids?.value, subgids?.value], caller?.value);
    const match: Match = { user: caller?.value.name, asked, grantable, to: grant, moves: sides.flatMap((one) => one.moves), granted: shown };
    const ours = failure && ['id-range-not-granted', 'newidmap-failed', 'id-map-write-denied'].includes(failure.symptom) ? failure : undefined;
    const told: Mark[] = ours ? [mark(ours, say('told'))] : [];
    if (rootless?.value === false && ours?.symptom !== 'id-range-not-granted') return refuted([mark(rootless, say('root'))]);
    const missing = sides.find(({ file, granted: ranges }) => file && caller?.value.name && ranges.length === 0);
    if (missing?.file && granted.length === 0) return refuted([mark(missing.file, say('none'))]);
    const cut = sides.flatMap((one) => one.outside.flatMap((range) => one.granted.filter((line) => beginsInside(range, line))))[0];
    if (cut) return refuted([mark(cut.span, say('short'))]);
    const outside = sides.some((one) => one.outside.length > 0);
    if (outside && grant && asked && !missing) {
      const map = sides.find((one) => one.outside.length > 0)?.map;
      const marks = [...(map ? [mark(map, say('asked', { asked: printRange(asked) }))] : []), mark(grant.span, say('grant', { granted: shown }))];
      // Where nobody is named, the one who has the lines is taken for the caller.
      if (!caller && ours) return supported(match, [...marks, ...told], ['caller']);
      return ours || rootless?.value ? proved(match, [...marks, ...told]) : open(match, ['rootless'], marks);
    }
    if (caller && grant && asked && sides.every(({ file, outside: out }) => file && out.length === 0)) return refuted([mark(grant.span, say('fits'))]);
    return open(match, asksOfGrants({ subuids, subgids }), told);
  },
  explain({ user, asked, granted }, say) {
    const who = user ? `\`${user}\`` : say('theUser');
    const range = asked ? printRange(asked) : say('notShown');
    const title = granted === '' ? say('titleUnknown', { asked: range, user: who }) : say('title', { asked: range, user: who, granted });
    return { title, explanation: say('explanation') };
  },
  fixes({ user, asked, grantable, to, moves }, say) {
    const name = user === superuser ? superuser : (userName(user) ?? blank('user'));
    const verify = [look`grep . /etc/subuid /etc/subgid`];
    const first = asked?.start ?? blank('first host ID');
    const last = asked ? asked.start + asked.count - 1 : blank('last host ID');
    const grant = fix({
      title: say('grantTitle', { asked: asked ? printRange(asked) : '<asked range>', user: user ? `\`${user}\`` : say('theUser') }),
      risk: 'review',
      costs: say('grantCosts'),
      commands: [...verify, change`usermod --add-subuids ${first}-${last} --add-subgids ${first}-${last} ${name}`],
      undo: [change`usermod --del-subuids ${first}-${last} --del-subgids ${first}-${last} ${name}`],
      verify,
    });
    const grants = grantable || !to ? [grant] : [];
    // Without a config, it knows its own extents.
    const edited = moves.length === 0 && asked && to && editConfig`(.linux.uidMappings,.linux.gidMappings)[]? |= if .hostID == ${asked.start} then .hostID = ${to.start} | .size = ([.size, ${to.count}] | min) else . end`;
    if (moves.length === 0 && (grants.length > 0 || !edited)) return grants;
    const move = fix({
      title: say('moveTitle'),
      risk: 'review',
      costs: say('moveCosts'),
      patch: moves.flatMap(({ extent, to }) => [
        ...replace(extent.hostId.span, to.start),
        ...((extent.size.value ?? 0) > to.count ? replace(extent.size.span, to.count) : []),
      ]),
      commands: edited ? edited.commands : [],
      undo: edited ? edited.undo : moves.map(({ extent }) => say('moveUndo', { value: extent.hostId.text, pointer: extent.hostId.span.pointer ?? '' })),
      verify,
    });
    return [move, ...grants];
  },
});

interface Side {
  readonly file: Known<SubidFile> | undefined;
  readonly map: Known<IdMap> | undefined;
  readonly granted: readonly SubidRange[];
  readonly needed: readonly { start: number; count: number }[];
  readonly outside: readonly { start: number; count: number }[];
  readonly moves: readonly { readonly extent: Extent; readonly to: SubidRange }[];
}

/** What one of the two maps asks for, and what its file grants. */
function side(file: Known<SubidFile> | undefined, caller: Caller | undefined, map: Known<IdMap> | undefined, asked: Known<IdMap> | undefined, refused: HostRange | undefined): Side {
  const granted = ownRanges(file?.value, caller);
  const used = map ?? asked;
  // A single ID that is not the caller's own needs a grant too: newuidmap names the range that it refused.
  const needed = refused ? [refused] : used ? neededRanges(used.value) : [];
  const outside = file ? needed.filter((range) => !isGranted(range, granted)) : [];
  const [to] = granted;
  const moves = (map?.value.extents ?? []).flatMap((extent) => {
    const range = { start: extent.hostId.value ?? 0, count: extent.size.value ?? 0 };
    const stays = range.count <= 1 || isGranted(range, granted) || extent.hostId.span.pointer === undefined;
    return stays || !to ? [] : [{ extent, to }];
  });
  return { file, map: used, granted, needed, outside, moves: moves.length === 1 ? moves : [] };
}
