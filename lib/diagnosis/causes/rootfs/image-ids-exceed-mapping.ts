import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { isOfPodRange } from '../../facts/pod-range';
import { customarySubids, rangesOf } from '../../facts/subid-ranges';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, look, userName } from '../../fixes/sh';
import { zh } from './image-ids-exceed-mapping.zh';

interface Match {
  readonly id: number | undefined;
  readonly user: string | undefined;
  /** The first ID after the range that the user has, where it is shown. */
  readonly next: number | undefined;
}

export const imageIdsExceedMapping = defineCause({
  id: 'image-ids-exceed-mapping',
  step: 'unpack-image',
  effect: 'stops',
  explains: { 'image-ids-not-mapped': 'usually', 'ids-not-enough': 'rarely', 'volume-access-denied': 'rarely', 'overlay-refused': 'rarely', 'snapshotter-refused': 'rarely' },
  uses: ['subuids', 'subgids', 'caller', 'uidMap', 'failure'],
  references: [
    { title: 'Podman: troubleshooting, potentially insufficient UIDs', url: 'https://github.com/containers/podman/blob/main/troubleshooting.md' },
    { title: 'subuid(5)', url: 'https://man7.org/linux/man-pages/man5/subuid.5.html' },
  ],
  words: {
    en: {
      name: 'A layer of the image holds files of an ID that the map does not reach',
      pageWhy:
        'Unpacking gives each file its owner by lchown. Where that ID is larger than the last mapped one, the kernel answers EINVAL and the image cannot be unpacked. Images built by a user of a directory service often carry IDs in the hundreds of thousands.',
      pageTell: 'The message names the ID: "requested 205001:0 for /path". With an ID below 65536, the granted range is too small or missing instead.',
      pageSure: 'The message names an ID of 65536 or above, and the granted range or the map, which is known, ends before it.',
      pageNot: 'The ID lies below 65536, where the range is too small or missing instead, or the granted range holds it.',
      title: 'The image holds a file of ID {id}, which the map does not reach',
      titleUnknown: 'The image holds a file of an ID that the map does not reach',
      explanation: 'A file keeps its owner as it is unpacked, and this ID is not among those that are mapped.',
      named: 'The file belongs to ID {id}.',
      told: 'The owner of a file could not be set.',
      granted: 'With this grant the map reaches container ID {last}, and {id} lies beyond.',
      mapped: 'The map holds container IDs {ranges}, and {id} is not among them.',
      within: 'The map reaches container ID {last}, and {id} lies within.',
      holds: 'The map holds container ID {id}.',
      small: 'ID {id} lies within the customary 65536: the range is too small or missing.',
      buildTitle: 'Build the image with files of smaller IDs',
      buildCosts: 'None for who uses the image; it is the cure for everyone. The change of owner drops setuid and setgid bits and file capabilities.',
      buildUndo: 'The list that the first command printed has the old owners.',
      buildHow: 'Build the image again afterwards. In the Containerfile: `COPY --chown=0:0`, or `tar --no-same-owner` where an archive is unpacked.',
      rangeTitle: 'Grant enough IDs to reach {id}',
      rangeCosts: 'These host IDs belong to the user from then on. Directory services may use the same numbers.',
      ignoreHow: 'Podman and Buildah unpack such an image all the same with `ignore_chown_errors = "true"` in storage.conf; every file then belongs to one ID.',
      migrate: 'Run `podman system migrate` as that user afterwards.',
    },
    zh,
  },
  judge({ subuids, subgids, caller, uidMap, failure }, say) {
    const ours = failure?.symptom === 'image-ids-not-mapped' ? failure : undefined;
    const [uid, gid] = [ours?.values.uid, ours?.values.gid].map((known) => (known ? Number(known.value) : undefined));
    const known = uid !== undefined && gid !== undefined && gid > uid ? ours?.values.gid : (ours?.values.uid ?? ours?.values.gid);
    const id = known ? Number(known.value) : undefined;
    const ranges = [...rangesOf(subuids?.value, caller?.value), ...rangesOf(subgids?.value, caller?.value)];
    const range = ranges[0];
    const count = ranges.length > 0 ? 1 + Math.max(...ranges.map((one) => one.count)) : undefined;
    const match: Match = { id, user: caller?.value.name, next: range ? range.start + range.count : undefined };
    if (!ours) return open(match, ['failure']);
    if (id === undefined || !known) return open(match, ['subuids'], [mark(ours, say('told'))]);
    const named = mark(known, say('named', { id }));
    if (isOfPodRange(ours)) return open(match, [], [named]);
    if (range && count !== undefined) {
      if (id < count) return refuted([mark(range.span, say('within', { last: count - 1, id }))]);
      if (id >= customarySubids) return proved(match, [named, mark(range.span, say('granted', { last: count - 1, id }))]);
    }
    if (uidMap && uidMap.value.extents.length > 0) {
      if (uidMap.value.holdsContainer(id)) return refuted([mark(uidMap, say('holds', { id }))]);
      if (id >= customarySubids) return proved(match, [named, mark(uidMap, say('mapped', { ranges: uidMap.value.containerRanges, id }))]);
    }
    // Every customary range reaches 65535: an ID below is no fault of the image.
    if (id < customarySubids) return refuted([mark(known, say('small', { id }))]);
    return supported(match, [named], ['subuids']);
  },
  explain: ({ id }, say) => ({ title: id === undefined ? say('titleUnknown') : say('title', { id }), explanation: say('explanation') }),
  fixes({ id, user, next }, say) {
    const context = blank('directory that the image is built from');
    const find = look`find ${context} -xdev '(' -uid +65535 -o -gid +65535 ')' -ls`;
    const build = fix({
      title: say('buildTitle'),
      risk: 'review',
      costs: say('buildCosts'),
      commands: [find, change`find ${context} -xdev '(' -uid +65535 -o -gid +65535 ')' -exec chown -h 0:0 '{}' +`],
      undo: [say('buildUndo')],
      verify: [find],
       notes: [say('buildHow'), say('ignoreHow')],
    });
    // The whole of IDs ends at 4294967294; a service's IDs above some millions are never worth a range of their own.
    if (id === undefined || id > 10_000_000) return [build];
    const name = userName(user) ?? blank('user');
    const first = next ?? blank('first free ID after the range of the user');
    const last = next === undefined ? blank('first free ID plus the missing count') : next + id;
    const range = fix({
      title: say('rangeTitle', { id }),
      risk: 'review',
      costs: say('rangeCosts'),
      commands: [look`grep . /etc/subuid /etc/subgid`, change`usermod --add-subuids ${first}-${last} --add-subgids ${first}-${last} ${name}`],
      undo: [change`usermod --del-subuids ${first}-${last} --del-subgids ${first}-${last} ${name}`],
      verify: [look`grep . /etc/subuid /etc/subgid`],
      notes: [say('migrate')],
    });
    return [range, build];
  },
});
