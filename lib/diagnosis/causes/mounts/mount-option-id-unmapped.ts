import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './mount-option-id-unmapped.zh';

interface Outside {
  readonly option: Known<string>;
  readonly kind: 'uid' | 'gid';
  readonly id: number;
  readonly map: Known<IdMap>;
}

interface Match {
  readonly outside: readonly Outside[];
}

export const mountOptionIdUnmapped = defineCause({
  id: 'mount-option-id-unmapped',
  step: 'mount',
  effect: 'stops',
  explains: { 'mount-option-id-refused': 'usually', 'devpts-mount-invalid': 'rarely', 'container-root-not-mapped': 'rarely' },
  uses: ['mounts', 'uidMap', 'gidMap', 'failure'],
  references: [
    { title: 'tmpfs(5): uid, gid', url: 'https://man7.org/linux/man-pages/man5/tmpfs.5.html' },
    { title: 'Linux: mm/shmem.c, shmem_parse_one', url: 'https://github.com/torvalds/linux/blob/master/mm/shmem.c' },
  ],
  words: {
    en: {
      name: 'A mount has a uid= or gid= option that the maps do not hold',
      pageWhy:
        'Options such as uid= and gid= of tmpfs are read inside the user namespace, so they are container IDs. One that no extent holds has no meaning there, and the kernel answers EINVAL. Host IDs written there by mistake are the usual case.',
      pageTell: 'The mount has uid= or gid=, and the number lies outside the container side of the map, often inside its host side. devpts with gid=5 is a cause of its own.',
      pageSure: 'A uid= or gid= option of a mount names a container ID that the map, which is known, does not hold.',
      pageNot: 'Every ID among the options is mapped. devpts and bind mounts are not meant.',
      title: 'The mount option `{option}` names an ID that the map does not hold ({ranges})',
      titleUnknown: 'A mount option may name an ID that the map does not hold',
      explanation: 'IDs in mount options are IDs of the container. The kernel finds the option invalid where no extent of the map holds them.',
      option: 'Container ID {id} is not mapped.',
      map: 'The map holds container IDs {ranges}.',
      told: 'The kernel found the options invalid.',
      fine: 'Every ID among the options of the mounts is mapped.',
      fixTitle: 'Write the IDs of the container: {values} (config only)',
      costs: 'The mount belongs to that user of the container.',
      undo: 'Put `{value}` back at `{pointer}`.',
      dropTitle: 'Take uid= and gid= out of the options (config only)',
    },
    zh,
  },
  judge({ mounts, uidMap, gidMap, failure }, say) {
    const outside = (mounts?.value ?? []).filter(({ type, bind }) => type !== 'devpts' && !bind).flatMap(({ options }) => options.flatMap((option) => outsideOf(option, uidMap, gidMap)));
    const match: Match = { outside };
    const told = failure?.symptom === 'mount-option-id-refused' ? [mark(failure, say('told'))] : [];
    const [first] = outside;
    if (first) {
      const marks = outside.map(({ option, id }) => mark(option, say('option', { id })));
      return proved(match, [...marks, mark(first.map, say('map', { ranges: first.map.value.containerRanges })), ...told]);
    }
    if (mounts && uidMap && gidMap && told.length > 0) return refuted([mark(mounts, say('fine'))]);
    return told.length > 0 && /\b[ug]id=/.test(failure?.text ?? '') ? supported(match, told, ['uidMap', 'gidMap']) : open(match, ['mounts', 'uidMap', 'gidMap'], told);
  },
  explain({ outside: [first] }, say) {
    const title = first ? say('title', { option: first.option.value, ranges: first.map.value.containerRanges }) : say('titleUnknown');
    return { title, explanation: say('explanation') };
  },
  fixes({ outside }, say) {
    const verify = [look`jq .mounts config.json`];
    const [first] = outside;
    if (!first) {
      const edited = editConfig`(.mounts[] | select(.type == "devpts" | not) | .options | arrays) |= map(select(test("^[ug]id=") | not))`;
      return [fix({ title: say('dropTitle'), risk: 'review', costs: say('costs'), commands: edited.commands, undo: edited.undo, verify })];
    }
    // A host ID was meant for the container ID that it stands for; anything else for root.
    const mended = outside.map((one) => ({ ...one, value: `${one.kind}=${toContainer(one.map.value, one.id) ?? 0}` }));
    return [
      fix({
        title: say('fixTitle', { values: [...new Set(mended.map(({ value }) => value))].join(', ') }),
        risk: 'review',
        costs: say('costs'),
        patch: mended.flatMap(({ option, value }) => replace(option, value)),
        undo: [say('undo', { value: first.option.value, pointer: first.option.span.pointer ?? '' })],
        verify,
      }),
    ];
  },
});

function outsideOf(option: Known<string>, uidMap: Known<IdMap> | undefined, gidMap: Known<IdMap> | undefined): Outside[] {
  const [, kind, number] = /^(uid|gid)=(\d{1,10})$/.exec(option.value) ?? [];
  const map = kind === 'uid' ? uidMap : gidMap;
  if (!map || !number || (kind !== 'uid' && kind !== 'gid') || map.value.extents.length === 0) return [];
  return map.value.holdsContainer(Number(number)) ? [] : [{ option, kind, id: Number(number), map }];
}

function toContainer(map: IdMap, hostId: number): number | undefined {
  const extent = map.extentOfHost(hostId);
  return extent?.hostId.value === undefined || extent.containerId.value === undefined ? undefined : extent.containerId.value + hostId - extent.hostId.value;
}
