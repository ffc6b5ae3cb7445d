import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { SubidRange } from '../../facts/facts';
import type { Extent } from '../../facts/id-map';
import { asksOfGrants, beginsInside, customarySubids, isGrantable, isGranted, neededRanges, nextFree, printRange, rangesOf, refusedRange, type HostRange } from '../../facts/subid-ranges';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { change, look, userName } from '../../fixes/sh';
import { zh } from './subid-range-too-small.zh';

interface Match {
  readonly user: string | undefined;
  readonly grant: SubidRange | undefined;
  readonly asked: HostRange | undefined;
  /** The range to grant in place of the one that is too small. */
  readonly wider: HostRange;
  /** Extents of the config that the grant would hold if they were shorter. */
  readonly shorten: readonly { readonly extent: Extent; readonly to: number }[];
}

export const subidRangeTooSmall = defineCause({
  id: 'subid-range-too-small',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely',
    'ids-not-enough': 'usually', 'id-range-not-granted': 'sometimes', 'image-ids-not-mapped': 'sometimes', 'newidmap-failed': 'rarely',
    'process-user-refused': 'rarely', 'kubelet-range-refused': 'rarely',
  },
  uses: ['subuids', 'subgids', 'caller', 'uidMap', 'gidMap', 'askedUidMap', 'askedGidMap', 'failure'],
  references: [
    { title: 'subuid(5)', url: 'https://man7.org/linux/man-pages/man5/subuid.5.html' },
    { title: 'rootlesscontaine.rs: /etc/subuid and /etc/subgid', url: 'https://rootlesscontaine.rs/getting-started/common/subuid/' },
  ],
  words: {
    en: {
      name: 'The granted range of subordinate IDs is smaller than what is needed',
      pageWhy:
        'newuidmap checks each range that it is asked to map against a single line of /etc/subuid, as a whole. A map of 65536 IDs is refused where 1000 are granted. Images need up to 65536 IDs, because group `nogroup` and user `nobody` are 65534 by custom.',
      pageTell: 'The line of the user begins where the map begins and holds fewer IDs. Where it begins elsewhere, the range is another one; where there is no line, it is missing.',
      pageSure: 'The granted range begins where the asked one does and ends before it; or the program has no ID left to give.',
      pageNot: 'The granted range holds 65536 IDs or more. One that begins elsewhere is another range.',
      title: '{user} is granted {granted} IDs, and {asked} are asked for',
      titleUnknown: '{user} is granted fewer subordinate IDs than are needed',
      explanation: 'A range must be granted as a whole, in one line. This one ends before what is asked for does.',
      theUser: 'the user',
      theUserFirst: 'The user',
      grant: 'This grants {granted} IDs.',
      asked: 'This asks for {asked}.',
      told: 'There are not enough IDs.',
      small: 'ID {id} is not mapped, though a customary range of 65536 would reach it.',
      enough: 'The granted range holds what is asked for.',
      shrinkTitle: 'Map only the IDs that are granted (config only)',
      shrinkCosts: 'Files of the image with larger IDs appear as nobody.',
      shrinkUndo: 'Put `{value}` back at `{pointer}`.',
      grantTitle: 'Grant {user} a range of {count} IDs',
      grantCosts: 'These host IDs belong to the user from then on; files of the old range keep their owner.',
      migrate: 'Run `podman system migrate` as that user afterwards. A map in a config must then name the new range.',
    },
    zh,
  },
  judge({ subuids, subgids, caller, uidMap, gidMap, askedUidMap, askedGidMap, failure }, say) {
    const sides = [
      { granted: rangesOf(subuids?.value, caller?.value), map: askedUidMap ?? uidMap, own: uidMap },
      { granted: rangesOf(subgids?.value, caller?.value), map: askedGidMap ?? gidMap, own: gidMap },
    ];
    const refusedOne = refusedRange(failure);
    const cuts = sides.flatMap(({ granted, map }) => {
      const needed = [...(refusedOne ? [refusedOne] : []), ...(map ? neededRanges(map.value) : [])].filter((range) => !isGranted(range, granted));
      return needed.flatMap((range) => granted.filter((line) => beginsInside(range, line)).map((line) => ({ range, line, map })));
    });
    const [cut] = cuts;
    const shorten = sides.flatMap(({ granted, own }) =>
      (own?.value.extents ?? []).flatMap((extent) => {
        const range = { start: extent.hostId.value ?? -1, count: extent.size.value ?? 0 };
        const line = granted.find((one) => beginsInside(range, one));
        return line && extent.size.span.pointer !== undefined ? [{ extent, to: line.start + line.count - range.start }] : [];
      }),
    );
    const any = cut?.line ?? sides.flatMap(({ granted }) => granted)[0];
    const files = [subuids?.value, subgids?.value];
    const asked = cut?.range ?? refusedOne;
    const count = Math.max(asked?.count ?? 0, customarySubids);
    // A line with room behind it can be widened in place; before another owner's only a new range is free.
    const inPlace = any && isGrantable({ start: any.start, count }, files, caller?.value);
    const match: Match = { user: caller?.value.name, grant: any, asked, wider: { start: inPlace ? any.start : nextFree(files), count }, shorten };
    const told = failure?.symptom === 'ids-not-enough' ? [mark(failure, say('told'))] : [];
    if (cut) {
      const from = cut.map ? [mark(cut.map, say('asked', { asked: printRange(cut.range) }))] : failure ? [mark(failure, say('asked', { asked: printRange(cut.range) }))] : [];
      return proved(match, [mark(cut.line.span, say('grant', { granted: cut.line.count })), ...from, ...told]);
    }
    if (told.length > 0) return proved(match, [...told, ...(any ? [mark(any.span, say('grant', { granted: any.count }))] : [])]);
    const id = failure?.symptom === 'image-ids-not-mapped' ? Math.max(Number(failure.values.uid?.value ?? 0), Number(failure.values.gid?.value ?? 0)) : undefined;
    if (any && id !== undefined && failure && id > any.count && id < customarySubids) return proved(match, [mark(any.span, say('grant', { granted: any.count })), mark(failure, say('small', { id }))]);
    if (any && failure && any.count >= customarySubids) return refuted([mark(any.span, say('enough'))]);
    const map = askedUidMap ?? uidMap;
    const total = map?.value.extents.reduce((sum, { size }) => sum + (size.value ?? 0), 0) ?? 0;
    if (map && failure?.symptom === 'process-user-refused' && total > 1 && total < customarySubids) return supported(match, [mark(map, say('asked', { asked: map.value.hostRanges }))], ['subuids']);
    return open(match, asksOfGrants({ subuids, subgids }));
  },
  explain({ user, grant, asked }, say) {
    const who = user ? `\`${user}\`` : say('theUserFirst');
    const title = grant && asked ? say('title', { user: who, granted: grant.count, asked: asked.count }) : say('titleUnknown', { user: who });
    return { title, explanation: say('explanation') };
  },
  fixes({ user, grant, wider: { start: first, count }, shorten }, say) {
    const name = userName(user) ?? blank('user');
    const verify = [look`grep . /etc/subuid /etc/subgid`];
    const last = first + count - 1;
    const wider = fix({
      title: say('grantTitle', { user: user ? `\`${user}\`` : say('theUser'), count }),
      risk: 'review',
      costs: say('grantCosts'),
      commands: [...verify, ...(grant ? [change`usermod --del-subuids ${grant.start}-${grant.start + grant.count - 1} --del-subgids ${grant.start}-${grant.start + grant.count - 1} ${name}`] : []), change`usermod --add-subuids ${first}-${last} --add-subgids ${first}-${last} ${name}`],
      undo: [change`usermod --del-subuids ${first}-${last} --del-subgids ${first}-${last} ${name}`, ...(grant ? [change`usermod --add-subuids ${grant.start}-${grant.start + grant.count - 1} --add-subgids ${grant.start}-${grant.start + grant.count - 1} ${name}`] : [])],
      verify,
      notes: [say('migrate')],
    });
    if (shorten.length === 0) return [wider];
    const shrink = fix({
      title: say('shrinkTitle'),
      risk: 'review',
      costs: say('shrinkCosts'),
      patch: shorten.flatMap(({ extent, to }) => replace(extent.size.span, to)),
      undo: shorten.map(({ extent }) => say('shrinkUndo', { value: extent.size.text, pointer: extent.size.span.pointer ?? '' })),
      verify,
    });
    return [wider, shrink];
  },
});
