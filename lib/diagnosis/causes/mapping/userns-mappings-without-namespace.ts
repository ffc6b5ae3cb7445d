import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import type { Namespace } from '../../facts/facts';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { append, remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import type { IdMap } from '../../facts/id-map';
import { zh } from './userns-mappings-without-namespace.zh';

interface Match {
  readonly namespaces: Known<readonly Namespace[]> | undefined;
  readonly maps: readonly Known<IdMap>[];
}

export const usernsMappingsWithoutNamespace = defineCause({
  id: 'userns-mappings-without-namespace',
  step: 'read-config',
  effect: 'stops',
  explains: { 'mappings-without-namespace': 'usually' },
  uses: ['namespaces', 'uidMap', 'gidMap', 'runtime', 'started', 'failure'],
  references: [
    { title: 'OCI runtime specification: user namespace mappings', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#user-namespace-mappings' },
    { title: 'runc: libcontainer/configs/validate', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go' },
  ],
  words: {
    en: {
      name: 'ID mappings are given, but the config asks for no user namespace',
      pageWhy:
        'Mappings describe a user namespace; without an entry of type user in linux.namespaces there is none to apply them to. Newer versions of runc refuse such a config. crun and older ones of runc start the container without a user namespace, so root in the container is root on the host.',
      pageTell: 'linux.uidMappings or linux.gidMappings stands in the config and no entry of linux.namespaces has the type user.',
      pageSure: 'linux.namespaces was seen and none of its entries has the type user, while uidMappings or gidMappings holds an extent; or runc says so itself.',
      pageNot: 'An entry of type user is there, new or joined by a path.',
      title: '`linux.uidMappings` is given, but `linux.namespaces` asks for no user namespace',
      explanation:
        'The mappings belong to a user namespace, and the config asks for none. A runtime that does not refuse that starts the container and leaves the mappings out, so its root is root on the host.',
      listed: 'The namespaces that are asked for: none is of type `user`.',
      mapped: 'This map has no user namespace to belong to.',
      refused: 'The runtime says so itself.',
      present: 'A user namespace is asked for here.',
      addTitle: 'Ask for a user namespace (config only)',
      addCosts: 'None known. The rootfs must belong to the mapped IDs.',
      addUndo: 'Take the entry of type `user` out of `linux.namespaces`.',
      dropTitle: 'Run without a user namespace: take the mappings out',
      dropCosts: 'Root in the container is then root on the host.',
      dropUndo: 'Put the mappings back.',
    },
    zh,
  },
  judge({ namespaces, uidMap, gidMap, runtime, started, failure }, say) {
    const user = namespaces?.value.find(({ type }) => type === 'user');
    if (user) return refuted([mark(user.span, say('present'))]);
    const maps = [uidMap, gidMap].filter((map) => map !== undefined && map.span.pointer !== undefined && map.value.extents.length > 0) as Known<IdMap>[];
    const match: Match = { namespaces, maps };
    const marks = maps.map((map) => mark(map, say('mapped')));
    const [first] = marks;
    if (namespaces && first) {
      return proved(match, [first, mark(namespaces, say('listed'))], runtime?.value.name === 'crun' || started?.value ? 'voids' : 'stops');
    }
    if (failure?.symptom === 'mappings-without-namespace') return proved(match, [mark(failure, say('refused')), ...marks]);
    return open(match, ['namespaces']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ namespaces, maps }, say) {
    const patch = namespaces?.span.pointer?.endsWith('/namespaces') ? append(namespaces, { type: 'user' }) : [];
    const edited = patch.length > 0 ? undefined : editConfig`.linux.namespaces += [{"type": "user"}]`;
    return [
      fix({
        title: say('addTitle'),
        risk: 'safe',
        costs: say('addCosts'),
        patch,
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('addUndo')],
        verify: [look`jq .linux.namespaces config.json`],
      }),
      ...(maps.length > 0
        ? [
            fix({
              title: say('dropTitle'),
              risk: 'review' as const,
              costs: say('dropCosts'),
              lowersIsolation: true,
              patch: maps.flatMap((map) => remove(map)),
              undo: [say('dropUndo')],
              verify: [look`jq .linux config.json`],
            }),
          ]
        : []),
    ];
  },
});
