import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { moveOffHostRoot } from '../../facts/off-host-root';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './mapping-to-host-root.zh';

interface Match {
  readonly maps: readonly Known<IdMap>[];
}

export const mappingToHostRoot = defineCause({
  id: 'mapping-to-host-root',
  step: 'write-id-maps',
  effect: 'weakens',
  explains: { 'host-root-mapping-refused': 'usually', 'newidmap-write-refused': 'rarely', 'id-map-write-denied': 'rarely', 'kubelet-range-refused': 'rarely' },
  uses: ['uidMap', 'gidMap', 'namespaces', 'rootless', 'failure'],
  references: [
    { title: 'user_namespaces(7)', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'Kubernetes: user namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
  ],
  words: {
    en: {
      name: 'A mapping covers host ID 0, so the namespace does not isolate root',
      pageWhy:
        'Container root that is host ID 0 owns what host root owns: every file that it reaches, and every process that it may signal. The namespace still takes capabilities over the host away, and leaves the identity. It starts, so this is advice.',
      pageTell: 'An extent has hostID 0, or begins below and reaches 0; the identity map 0 0 4294967295 is one. Started by an ordinary user, host ID 0 is only the root of an outer namespace.',
      pageSure: 'A new user namespace is asked for, one of its extents holds host ID 0, and it is not known that an ordinary user starts the runtime; or a program refuses it for that reason.',
      pageNot: 'Container root is another host ID than 0.',
      title: 'Container ID {id} is host root: the user namespace does not isolate root',
      explanation: 'Host ID 0 is mapped into the container. A process that breaks out is root of the host.',
      holds: 'This extent holds host ID 0.',
      apart: 'Container root is host ID {root}, an ordinary ID.',
      told: 'The program refuses to map the root of the host.',
      fixTitle: 'Map a range of host IDs that nobody else has (config only)',
      costs: 'The rootfs and the volumes need the new owner.',
      undo: 'Put `{value}` back at `{pointer}`.',
    },
    zh,
  },
  judge({ uidMap, gidMap, namespaces, rootless, failure }, say) {
    const fresh = namespaces?.value.find(({ type }) => type === 'user');
    const maps = [uidMap, gidMap].filter((map) => map !== undefined && map.span.pointer !== undefined) as Known<IdMap>[];
    const held = maps.flatMap(({ value }) => value.extentOfHost(0) ?? []);
    const match: Match = { maps };
    if (failure?.symptom === 'host-root-mapping-refused') return proved(match, [mark(failure, say('told')), ...held.map((extent) => mark(extent.span, say('holds')))], 'stops');
    const [first] = maps;
    if (held.length > 0 && fresh && rootless?.value !== true) return proved(match, held.map((extent) => mark(extent.span, say('holds'))));
    const root = first?.value.hostRoot;
    return root && root.value !== 0 ? refuted([mark(root, say('apart', { root: root.value }))]) : open(match, ['uidMap', 'gidMap']);
  },
  explain({ maps }, say) {
    const extent = maps.flatMap(({ value }) => value.extentOfHost(0) ?? [])[0];
    return { title: say('title', { id: extent?.containerId.text ?? '0' }), explanation: say('explanation') };
  },
  fixes({ maps }, say) {
    const { patch, changed } = moveOffHostRoot(maps);
    const undo = changed.map(({ text, span }) => say('undo', { value: text, pointer: span.pointer ?? '' }));
    const verify = [look`jq .linux.uidMappings,.linux.gidMappings config.json`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), patch, commands: patch.length > 0 ? [] : verify, undo, verify })];
  },
});
