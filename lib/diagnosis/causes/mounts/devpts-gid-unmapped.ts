import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './devpts-gid-unmapped.zh';

interface Match {
  readonly option: Known<string> | undefined;
  readonly gid: number | undefined;
  readonly map: Known<IdMap> | undefined;
}

export const devptsGidUnmapped = defineCause({
  id: 'devpts-gid-unmapped',
  step: 'mount',
  effect: 'stops',
  explains: { 'devpts-mount-invalid': 'usually', 'container-root-not-mapped': 'sometimes', 'terminal-refused': 'rarely' },
  uses: ['mounts', 'gidMap', 'failure'],
  references: [
    { title: 'Linux: fs/devpts/inode.c', url: 'https://github.com/torvalds/linux/blob/master/fs/devpts/inode.c' },
    { title: 'runc: gid= mount options need a mapped gid', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/rootless.go' },
  ],
  words: {
    en: {
      name: 'The devpts mount asks for a gid that the gid map does not hold',
      pageWhy:
        'devpts gives its terminals to the group of the option gid=, by custom 5 (tty). The kernel looks the number up in the user namespace of the mount and answers EINVAL where the gid map does not hold it. Maps of a single ID, as rootless ones without subordinate IDs have, never hold 5.',
      pageTell: 'The options of the devpts mount hold gid=N, and no extent of linux.gidMappings holds N. With both maps missing the fault is theirs.',
      pageSure: 'The gid of the devpts options is known and the gid map does not hold it; or runc says that the gid is unmapped.',
      pageNot: 'The gid map holds it. Without gid= among the options there is nothing to map.',
      title: 'devpts asks for gid {gid}, but the gid map holds {ranges} alone',
      titleUnknown: 'devpts asks for a gid that the gid map does not seem to hold',
      explanation: 'The kernel mounts devpts with `gid={gid}` only if that group is mapped, and answers "invalid argument" otherwise.',
      option: 'gid {gid} is to own the terminals.',
      map: 'The gid map holds these container IDs: {ranges}.',
      told: 'The kernel refused the options of devpts.',
      held: 'The gid map holds container ID {gid}.',
      fixTitle: 'Leave gid= out of the devpts options (config only)',
      fixCosts: 'Terminals belong to the group of who opens them instead of tty.',
      fixUndo: 'Put `{value}` back at `{pointer}`.',
    },
    zh,
  },
  judge({ mounts, gidMap, failure }, say) {
    const mount = mounts?.value.find(({ type }) => type === 'devpts');
    const option = mount?.options.find(({ value }) => /^gid=\d{1,10}$/.test(value));
    const named = /\bgid=(\d{1,10})\b/.exec(failure?.symptom === 'devpts-mount-invalid' ? failure.text : '')?.[1];
    const gid = option ? Number(option.value.slice('gid='.length)) : named === undefined ? undefined : Number(named);
    const match: Match = { option, gid, map: gidMap };
    const told = failure?.symptom === 'devpts-mount-invalid' ? [mark(failure, say('told'))] : [];
    if (gid !== undefined && gidMap && gidMap.value.extents.length > 0) {
      const map = mark(gidMap, say('map', { ranges: gidMap.value.containerRanges }));
      if (gidMap.value.holdsContainer(gid)) return refuted([mark(gidMap, say('held', { gid }))]);
      if (option) return proved(match, [mark(option, say('option', { gid })), map, ...told]);
      if (told.length > 0) return proved(match, [map, ...told]);
    }
    if (failure && /cannot specify gid= mount options for unmapped gid/.test(failure.text)) return proved(match, [mark(failure, say('told'))]);
    return open(match, ['mounts', 'gidMap'], [...(option && gid !== undefined ? [mark(option, say('option', { gid }))] : []), ...told]);
  },
  explain({ gid, map }, say) {
    const explanation = say('explanation', { gid: gid ?? 5 });
    if (gid === undefined || !map) return { title: say('titleUnknown'), explanation };
    return { title: say('title', { gid, ranges: map.value.containerRanges }), explanation };
  },
  fixes({ option }, say) {
    const single = option?.span.pointer?.endsWith('/options');
    const patch = option && !single ? remove(option) : [];
    const edited = patch.length > 0 ? undefined : editConfig`(.mounts[] | select(.type == "devpts") | .options | arrays) |= map(select(startswith("gid=") | not))`;
    return [
      fix({
        title: say('fixTitle'),
        risk: 'safe',
        costs: say('fixCosts'),
        patch,
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('fixUndo', { value: option?.value ?? '', pointer: option?.span.pointer ?? '' })],
        verify: [look`jq .mounts config.json`],
      }),
    ];
  },
});
