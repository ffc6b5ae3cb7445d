import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Namespace } from '../../facts/facts';
import type { IdMap } from '../../facts/id-map';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './userns-path-with-mappings.zh';

interface Match {
  readonly joined: Namespace | undefined;
  readonly maps: readonly Known<IdMap>[];
}

export const usernsPathWithMappings = defineCause({
  id: 'userns-path-with-mappings',
  step: 'read-config',
  effect: 'stops',
  explains: { 'userns-path-and-mappings': 'usually', 'namespace-join-refused': 'rarely' },
  uses: ['namespaces', 'uidMap', 'gidMap', 'failure', 'fromImage'],
  references: [
    { title: 'runc: libcontainer/configs/validate, userns path', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go' },
    { title: 'user_namespaces(7): maps are written once', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
  ],
  words: {
    en: {
      name: 'The user namespace is joined by its path, and mappings are given as well',
      pageWhy:
        'A namespace that is joined has its maps already, and a map is written once. runc refuses mappings that differ from those of the namespace; since 1.2 it takes equal ones with a warning. The config must say one of the two: join, or make a new namespace with these maps.',
      pageTell: 'The entry of type user in linux.namespaces has a path, and linux.uidMappings is not empty. A warning about a matching mapping is normal for pods and stops nothing.',
      pageSure: 'runc says that both a path and a mapping that does not match are given.',
      pageNot: 'The entry of type user has no path. With a path and no refusal it stays open: runc 1.2 and later take equal mappings.',
      title: 'The config joins a user namespace and gives mappings as well, which differ from its own',
      explanation: 'A joined namespace keeps the maps that it has. The runtime refuses mappings beside a path unless they are the same.',
      joined: 'This user namespace is to be joined.',
      given: 'These mappings are given as well.',
      told: 'The runtime takes one or the other.',
      fresh: 'The user namespace is a new one, not joined.',
      newTitle: 'Make a new user namespace with these mappings (config only)',
      newCosts: 'The container no longer shares the user namespace of that path.',
      newUndo: 'Put the path back into the entry of type user.',
      joinTitle: 'Join the namespace and drop the mappings (config only)',
      joinCosts: 'The maps of the joined namespace hold; the rootfs must belong to them.',
      joinUndo: 'Put both mappings back.',
    },
    zh,
  },
  judge({ namespaces, uidMap, gidMap, failure, fromImage }, say) {
    const user = namespaces?.value.find(({ type }) => type === 'user');
    const maps = [uidMap, gidMap].filter((map) => map !== undefined && map.span.pointer !== undefined && map.value.extents.length > 0) as Known<IdMap>[];
    const match: Match = { joined: user?.path ? user : undefined, maps };
    const told = failure?.symptom === 'userns-path-and-mappings' ? [mark(failure, say('told'))] : [];
    if (user && !user.path) return refuted([mark(user.span, say('fresh'))]);
    const [first] = maps;
    const both = user?.path && first ? [mark(user.path, say('joined')), mark(first, say('given'))] : [];
    if (told.length > 0) return proved(match, [...both, ...told]);
    // The CRI gives the namespace that it made for the pod, and the map of that namespace.
    if (fromImage) return open(match, ['failure'], both);
    // runc 1.2 and later take mappings that equal those of the namespace.
    return both.length > 0 ? supported(match, both, ['failure']) : open(match, ['namespaces']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ joined, maps }, say) {
    const edited = joined ? undefined : editConfig`del(.linux.namespaces[] | select(.type == "user") | .path)`;
    const verify = [look`jq .linux.namespaces,.linux.uidMappings,.linux.gidMappings config.json`];
    const fresh = joined ? remove({ ...joined.span, pointer: `${joined.span.pointer ?? ''}/path` }) : [];
    return [
      fix({ title: say('newTitle'), risk: 'review', costs: say('newCosts'), patch: fresh, commands: edited?.commands ?? [], undo: edited?.undo ?? [say('newUndo')], verify }),
      ...(maps.length > 0 ? [fix({ title: say('joinTitle'), risk: 'review', costs: say('joinCosts'), patch: maps.flatMap(remove), undo: [say('joinUndo')], verify })] : []),
    ];
  },
});
