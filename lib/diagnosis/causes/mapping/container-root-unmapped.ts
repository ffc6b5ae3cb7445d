import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { blank } from '../../fixes/blank';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { append, replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './container-root-unmapped.zh';

interface Match {
  /** The maps that lack container ID 0. */
  readonly lacking: readonly Known<IdMap>[];
}

export const containerRootUnmapped = defineCause({
  id: 'container-root-unmapped',
  step: 'read-config',
  effect: 'stops',
  explains: { 'container-root-not-mapped': 'usually', 'namespace-root-refused': 'usually', 'process-user-refused': 'sometimes' },
  underlies: ['devpts-gid-unmapped', 'process-user-unmapped'],
  uses: ['uidMap', 'gidMap', 'runtime', 'failure'],
  references: [
    { title: 'runc: libcontainer/configs, HostRootUID', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/configs/config_linux.go' },
    { title: 'user_namespaces(7)', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
  ],
  words: {
    en: {
      name: 'No mapping covers container ID 0, so the runtime cannot become root inside',
      pageWhy:
        "The runtime's first process sets up the container as root of the new user namespace. Where no extent holds container ID 0, of users or of groups, there is no such root: runc refuses the config or fails as it calls setuid(0). crun takes the first mapped ID since 0.17.",
      pageTell: 'No extent of linux.uidMappings or linux.gidMappings begins at containerID 0. A user of the process that is unmapped shows a later message, from the set-up of the user.',
      pageSure: 'The extents are known and none holds container ID 0, or runc names uid 0 as the one without a mapping.',
      pageNot: 'Container ID 0 is mapped in both maps; or crun starts the container, which takes the first mapped ID for root.',
      title: 'No mapping covers container ID 0, so the runtime cannot become root inside',
      notShown: 'that are not shown',
      firstExtent: 'of the first extent',
      explanation:
        'The runtime sets the container up as its root, ID 0, and drops to `process.user` at the end. The map holds container IDs {ranges}, and 0 is not among them.',
      lacks: 'Holds container IDs {ranges}, not 0.',
      told: 'The runtime found no mapping for an ID that it needs to be root.',
      holds: 'Container ID 0 is mapped to host ID {root}.',
      crun: 'crun takes the first mapped ID where 0 is not mapped.',
      shiftTitle: 'Let the map begin at container ID 0 (config only)',
      shiftCosts: 'The IDs inside the container shift with it: container ID {from} becomes 0.',
      shiftUndo: 'Put `{from}` back at `{pointer}`.',
      addTitle: 'Map container ID 0 as well (config only)',
      addCosts: 'None known, if that host ID is used by no other container.',
      addUndo: 'Take the added extent out again.',
    },
    zh,
  },
  judge({ uidMap, gidMap, runtime, failure }, say) {
    const maps = [uidMap, gidMap].filter((map) => map !== undefined && map.value.extents.length > 0) as Known<IdMap>[];
    const lacking = maps.filter(({ value }) => !value.holdsContainer(0));
    const match: Match = { lacking };
    const marks = lacking.map((map) => mark(map, say('lacks', { ranges: map.value.containerRanges })));
    const [first] = maps;
    if (lacking.length > 0 && lacking.every(({ value }) => value.extents.every(({ containerId, size }) => containerId.value !== undefined && size.value))) {
      if (runtime?.value.name === 'crun' && !failure) return refuted([mark(runtime, say('crun'))]);
      return proved(match, marks);
    }
    if (first && lacking.length === 0) {
      const root = first.value.hostRoot;
      return refuted(root ? [mark(root, say('holds', { root: root.value }))] : []);
    }
    const named = failure?.values.uid?.value ?? failure?.values.gid?.value ?? '0';
    // Up to runc 1.1 the words name no ID (HostUID(), libcontainer/configs/config_linux.go): it may be that of the process.
    const nameless = /no (?:user|group) mapping found/i.test(failure?.text ?? '');
    if (failure?.symptom === 'container-root-not-mapped' && nameless) return supported(match, [mark(failure, say('told'))], ['uidMap', 'gidMap']);
    if (failure?.symptom === 'container-root-not-mapped' && named === '0') return proved(match, [mark(failure, say('told'))]);
    if (failure?.symptom === 'namespace-root-refused') return open(match, ['uidMap', 'gidMap'], [mark(failure, say('told'))]);
    return open(match, ['uidMap', 'gidMap']);
  },
  explain({ lacking }, say) {
    const ranges = lacking[0]?.value.containerRanges ?? say('notShown');
    return { title: say('title'), explanation: say('explanation', { ranges }) };
  },
  fixes({ lacking }, say) {
    const single = lacking.every(({ value }) => value.extents.length === 1);
    const [first] = lacking;
    const starts = lacking.flatMap(({ value }) => value.extents.slice(0, 1).map(({ containerId }) => containerId));
    const from = first?.value.extents[0]?.containerId;
    const shift = single ? lacking.flatMap(({ value }) => value.extents.flatMap(({ containerId }) => replace(containerId.span, 0))) : [];
    const edited = lacking.some(({ span }) => span.pointer !== undefined)
      ? undefined
      : editConfig`.linux.uidMappings[0].containerID = 0 | .linux.gidMappings[0].containerID = 0`;
    const shifted = fix({
      title: say('shiftTitle'),
      risk: 'safe',
      costs: say('shiftCosts', { from: from?.text ?? say('firstExtent') }),
      patch: shift,
      commands: edited?.commands ?? [],
      undo: edited?.undo ?? starts.map(({ text, span }) => say('shiftUndo', { from: text, pointer: span.pointer ?? '/linux/uidMappings/0/containerID' })),
      verify: [look`jq .linux.uidMappings,.linux.gidMappings config.json`],
    });
    const added = fix({
      title: say('addTitle'),
      risk: 'review',
      costs: say('addCosts'),
      patch: lacking.flatMap((map) => append(map, { containerID: 0, hostID: `<${blank('free host ID').blank}>`, size: 1 })),
      undo: [say('addUndo')],
      verify: [look`jq .linux.uidMappings,.linux.gidMappings config.json`],
    });
    return single ? [shifted, ...(lacking.length > 0 ? [added] : [])] : [added];
  },
});
