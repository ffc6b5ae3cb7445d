import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { isBefore } from '../../facts/version';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { moveOffHostRoot } from '../../facts/off-host-root';
import { zh } from './host-root-needs-setfcap.zh';

/** The check came with Linux 5.12 (commit db2e718a4798, "capabilities: require CAP_SETFCAP to map uid 0"). */
const since = '5.12';
/** Numbers of capabilities (include/uapi/linux/capability.h). */
const [setuid, setfcap] = [7, 31];

interface Match {
  readonly map: Known<IdMap> | undefined;
  readonly outer: IdMap | undefined;
}

export const hostRootNeedsSetfcap = defineCause({
  id: 'host-root-needs-setfcap',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely', 'id-map-write-denied': 'rarely', 'own-id-map-write-denied': 'sometimes', 'newidmap-write-refused': 'rarely', 'newidmap-failed': 'rarely', 'newidmap-not-found': 'rarely', 'newidmap-lacks-privilege': 'rarely' },
  uses: ['uidMap', 'askedUidMap', 'outerUidMap', 'callerStatus', 'rootless', 'versions', 'failure'],
  references: [
    { title: 'user_namespaces(7): CAP_SETFCAP', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'Linux 5.12: commit db2e718a4798, CAP_SETFCAP to map ID 0', url: 'https://github.com/torvalds/linux/commit/db2e718a4798' },
  ],
  words: {
    en: {
      name: 'Host ID 0 is mapped by a writer without CAP_SETFCAP',
      pageWhy:
        'Since Linux 5.12 a map that holds ID 0 of the parent may be written only by who has CAP_SETFCAP there. A runtime inside a container usually lacks it, so a map of the outer root is refused with EPERM. newuidmap keeps the capability since shadow 4.9.',
      pageTell: 'The map holds host ID 0, the kernel is 5.12 or later, and the same map without 0 is written. CapEff in /proc/self/status tells whether the writer has the capability (bit 31).',
      pageSure: 'The map holds ID 0 of the outside, its write was refused, the kernel is 5.12 or later, the writer has CAP_SETUID and lacks CAP_SETFCAP, and the outer namespace holds every ID of the map.',
      pageNot: 'The map leaves ID 0 out, the kernel is older than 5.12, or the writer has CAP_SETFCAP.',
      title: 'The map holds ID 0 of the outside, which its writer may not map without CAP_SETFCAP',
      explanation: 'Since Linux 5.12 the kernel lets ID 0 of the parent namespace be mapped only by who has CAP_SETFCAP there.',
      holds: 'This extent holds ID 0 of the outside.',
      refused: 'The map could not be written.',
      own: 'Root is the ID 0 that a program of root maps for itself.',
      lacks: 'The writer has CAP_SETUID and not CAP_SETFCAP.',
      has: 'The writer has CAP_SETFCAP.',
      outer: 'The outer namespace holds every ID that is asked for.',
      apart: 'The map does not hold ID 0 of the outside.',
      old: 'Before Linux 5.12 the kernel did not ask for this capability.',
      fixTitle: 'Map other host IDs than 0 (config only)',
      costs: 'The rootfs needs the new owner.',
      undo: 'Put `{value}` back at `{pointer}`.',
      capTitle: 'Give the outer container CAP_SETFCAP',
      capCosts: 'Processes of the outer container may then set capabilities on files.',
      capUndo: 'Start the outer container without it again.',
      how: 'Docker and Podman: `--cap-add SETFCAP`. Kubernetes: securityContext.capabilities.add.',
    },
    zh,
  },
  judge({ uidMap, askedUidMap, outerUidMap, callerStatus, rootless, versions, failure }, say) {
    const map = askedUidMap ?? uidMap;
    const extent = map?.value.extentOfHost(0);
    const match: Match = { map, outer: outerUidMap?.value };
    const kernel = versions?.get('linux');
    if (kernel && isBefore(kernel.value, since) === true) return refuted([mark(kernel, say('old'))]);
    if (map && map.value.extents.length > 0 && !extent) return refuted([mark(map, say('apart'))]);
    const capabilities = callerStatus?.capEff;
    // newuidmap has capabilities of its own, not those of the shell.
    if (capabilities && failure?.symptom !== 'newidmap-write-refused' && holds(capabilities.value, setfcap)) return refuted([mark(capabilities, say('has'))]);
    const refused = failure && ['id-map-write-denied', 'own-id-map-write-denied', 'newidmap-write-refused'].includes(failure.symptom) ? [mark(failure, say('refused'))] : [];
    // Everything else for which the kernel refuses this map is out: the writer may set IDs, and the parent holds them all.
    const whole = outerUidMap && map?.value.extents.every(({ hostId, size }) => isHeld(outerUidMap.value, hostId.value, size.value));
    if (extent && outerUidMap && whole && kernel && capabilities && holds(capabilities.value, setuid) && failure?.symptom === 'id-map-write-denied') {
      return proved(match, [mark(extent.span, say('holds')), mark(capabilities, say('lacks')), mark(outerUidMap, say('outer')), ...refused]);
    }
    // The one ID that a program maps for itself is that of its user.
    if (failure?.symptom === 'own-id-map-write-denied' && rootless?.value === false) return supported(match, [mark(rootless, say('own')), ...refused], ['callerStatus', 'versions']);
    if (extent && refused.length > 0) return supported(match, [mark(extent.span, say('holds')), ...refused], ['callerStatus', 'outerUidMap', 'versions']);
    return open(match, ['uidMap', 'versions']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ map, outer }, say) {
    const { patch, changed } = moveOffHostRoot(map ? [map] : [], outer);
    const undo = patch.length > 0 ? changed.map(({ text, span }) => say('undo', { value: text, pointer: span.pointer ?? '' })) : [];
    const verify = [look`grep CapEff /proc/self/status`];
    return [
      fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), patch, commands: patch.length > 0 ? [] : [look`jq .linux.uidMappings config.json`], undo, verify: [look`jq .linux.uidMappings config.json`] }),
      fix({ title: say('capTitle'), risk: 'review', costs: say('capCosts'), undo: [say('capUndo')], verify, lowersIsolation: true, notes: [say('how')] }),
    ];
  },
});

/** Is a capability in a set of hexadecimal digits? */
function holds(set: string, capability: number): boolean {
  return ((BigInt(`0x${set}`) >> BigInt(capability)) & 1n) === 1n;
}

/** Are all IDs of an extent mapped where the writer runs? */
function isHeld(outer: IdMap, first: number | undefined, size: number | undefined): boolean {
  return first !== undefined && size !== undefined && outer.holdsContainer(first) && outer.extentOfContainer(first) === outer.extentOfContainer(first + size - 1);
}
