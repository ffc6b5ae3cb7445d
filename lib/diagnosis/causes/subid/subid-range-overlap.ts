import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { SubidRange } from '../../facts/facts';
import { nextFree, printRange } from '../../facts/subid-ranges';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, look, userName } from '../../fixes/sh';
import { zh } from './subid-range-overlap.zh';

/** IDs below this belong to the accounts of a host (login.defs, UID_MAX 60000; nobody is 65534). */
const firstOfNobody = 65536;

interface Match {
  readonly first: SubidRange | undefined;
  readonly second: SubidRange | undefined;
  readonly free: number;
}

export const subidRangeOverlap = defineCause({
  id: 'subid-range-overlap',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'range-includes-user': 'usually', 'image-ids-not-mapped': 'sometimes', 'single-id-mapped': 'rarely', 'kubelet-range-changed': 'rarely', 'id-map-write-invalid': 'rarely' },
  uses: ['subuids', 'subgids', 'caller', 'failure'],
  references: [
    { title: 'subuid(5)', url: 'https://man7.org/linux/man-pages/man5/subuid.5.html' },
    { title: 'Podman: checks of subordinate ranges', url: 'https://github.com/containers/podman/blob/main/troubleshooting.md' },
  ],
  words: {
    en: {
      name: 'Granted ranges overlap, or hold the ID of a real account',
      pageWhy:
        'Each line of /etc/subuid hands host IDs to one user. Where two users share some, each reaches the files of the other\'s containers. A line that holds the user\'s own ID makes a map in which an ID stands twice, and the kernel refuses it: rootless programs map the own ID themselves.',
      pageTell: 'Two lines of different users cover the same numbers, the same line stands twice, or a line begins at an ordinary UID such as 1000 with a count of 1.',
      pageSure: 'Two lines of different users share host IDs, the same line stands twice, or a line holds the ID of a real account; or the program says so.',
      pageNot: 'Both files were shown, no two ranges meet, and none holds an account.',
      titleOwn: 'A granted range holds the ID of a real account ({range})',
      titleTwo: 'The ranges of `{one}` and `{other}` share host IDs',
      titleUnknown: 'A granted range holds the ID of a real account',
      explanation: 'A subordinate range must hold IDs that nobody else has. Otherwise an ID stands twice in the map, or two users own each other\'s files.',
      own: 'This range lies among the IDs of real accounts.',
      one: 'This line grants {range}.',
      other: 'This one grants {range}, which overlaps.',
      told: 'The program found the ID of the user in its range.',
      apart: 'No two ranges overlap, and none holds an account.',
      fixTitle: 'Take the line out, or move it to free IDs',
      costs: 'Containers that run with the old range must be started anew; files of it keep their owner.',
      migrate: 'Run `podman system migrate` as that user afterwards.',
    },
    zh,
  },
  judge({ subuids, subgids, caller, failure }, say) {
    const files = [subuids, subgids].filter((file) => file !== undefined);
    const pair = files.map(({ value }) => overlapIn(value.ranges)).find((found) => found !== undefined);
    const holdsCaller = ({ start, count }: SubidRange) => caller?.value.uid !== undefined && caller.value.uid >= start && caller.value.uid < start + count;
    const own = files.flatMap(({ value }) => value.ranges).find((range) => holdsCaller(range) || (range.start < firstOfNobody && range.start > 0 && range.count < firstOfNobody));
    const match: Match = { first: pair?.[0] ?? own, second: pair?.[1], free: nextFree([subuids?.value, subgids?.value]) };
    const told = failure?.symptom === 'range-includes-user' ? [mark(failure, say('told'))] : [];
    const shown = own ? [mark(own.span, say('own'))] : pair ? [mark(pair[0].span, say('one', { range: printRange(pair[0]) })), mark(pair[1].span, say('other', { range: printRange(pair[1]) }))] : [];
    if (told.length > 0) return proved(match, [...shown, ...told]);
    // Two owners of one range stop nothing by themselves; a real account in a range makes a map with an ID twice.
    if (own && failure) return proved(match, shown);
    if (shown.length > 0) return proved(match, shown, 'weakens');
    const [first] = files;
    return first && files.length === 2 && first.value.ranges.length > 0 ? refuted([mark(first, say('apart'))]) : open(match, ['subuids', 'subgids']);
  },
  explain({ first, second }, say) {
    const explanation = say('explanation');
    if (first && second) return { title: say('titleTwo', { one: first.owner, other: second.owner }), explanation };
    return { title: first ? say('titleOwn', { range: printRange(first) }) : say('titleUnknown'), explanation };
  },
  fixes({ first, second, free }, say) {
    const moved = second ?? first;
    const name = userName(moved?.owner) ?? blank('user');
    const [start, end] = moved ? [moved.start, moved.start + moved.count - 1] : [blank('first ID of the range'), blank('last ID of the range')];
    const verify = [look`grep . /etc/subuid /etc/subgid`];
    const add = second ? [change`usermod --add-subuids ${free}-${free + second.count - 1} --add-subgids ${free}-${free + second.count - 1} ${name}`] : [];
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        commands: [...verify, change`usermod --del-subuids ${start}-${end} --del-subgids ${start}-${end} ${name}`, ...add],
        undo: [change`usermod --add-subuids ${start}-${end} --add-subgids ${start}-${end} ${name}`],
        verify,
        notes: [say('migrate')],
      }),
    ];
  },
});

/** Two ranges of different owners that share an ID; a name and its number are not told apart. */
function overlapIn(ranges: readonly SubidRange[]): readonly [SubidRange, SubidRange] | undefined {
  const sorted = ranges.filter(({ count }) => count > 0).toSorted((a, b) => a.start - b.start);
  for (const [index, range] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before && range.start < before.start + before.count && before.owner !== range.owner && /^\d/.test(before.owner) === /^\d/.test(range.owner)) return [before, range];
  }
  return undefined;
}
