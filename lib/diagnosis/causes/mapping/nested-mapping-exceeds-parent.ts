import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Extent, IdMap } from '../../facts/id-map';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './nested-mapping-exceeds-parent.zh';

interface Match {
  readonly outside: Extent | undefined;
  /** Extents of the gid map that ask for the same IDs: they are refused as well. */
  readonly twins: readonly Extent[];
  readonly outer: Known<IdMap> | undefined;
}

export const nestedMappingExceedsParent = defineCause({
  id: 'nested-mapping-exceeds-parent',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely',
    'pod-namespace-refused': 'usually',
    'id-map-write-denied': 'sometimes', 'newidmap-write-refused': 'sometimes', 'newidmap-failed': 'sometimes', 'newidmap-not-found': 'rarely', 'namespaces-creation-refused': 'rarely',
    'output-pipes-refused': 'usually', 'process-user-refused': 'rarely', 'executable-refused': 'rarely', 'userns-creation-refused': 'rarely',
    'storage-refused': 'rarely',
  },
  uses: ['outerUidMap', 'uidMap', 'gidMap', 'askedUidMap', 'subuids', 'rootless', 'insideContainer', 'failure'],
  references: [
    { title: 'user_namespaces(7): IDs must be mapped in the parent', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'rootlesscontaine.rs: nested user namespaces', url: 'https://rootlesscontaine.rs/getting-started/common/subuid/' },
  ],
  words: {
    en: {
      name: 'The map asks for IDs that the namespace of the runtime itself does not hold',
      pageWhy:
        'The host side of a map names IDs of the parent namespace. Where the runtime runs in a user namespace itself, only the IDs of its own map exist there, often 0 to 65535. A map of 100000 and above, which is right on the host, is refused with EPERM.',
      pageTell: '`cat /proc/self/uid_map` where the runtime runs shows another map than 0 0 4294967295, and the asked host IDs lie outside its first column.',
      pageSure: 'The uid_map where the runtime runs is known, the asked or granted host IDs lie outside its first column, and the map was refused.',
      pageNot: 'The runtime runs in the first user namespace (0 0 4294967295), or every asked ID is mapped there.',
      title: 'Host IDs {range} do not exist where the runtime runs, which holds {held}',
      titleUnknown: 'The map may ask for IDs that do not exist where the runtime runs',
      others: 'others',
      explanation: 'The runtime runs in a user namespace itself. Its map can hand on only IDs that were mapped into it.',
      outer: 'The runtime has these IDs and no others.',
      asked: 'These are not among them, or lie in more than one of its ranges.',
      granted: 'This grant holds IDs that do not exist in here.',
      refused: 'The kernel refused the map.',
      unknownHere: 'The runtime could not give a file to the host ID of container root.',
      inside: 'The runtime is started inside a container, which holds the IDs of its own map alone.',
      held: 'Every host ID of the map exists where the runtime runs.',
      rootless: 'containerd itself runs in a user namespace, and knows only the IDs of that one.',
      whole: 'The runtime runs in the first user namespace, where every ID exists.',
      fixTitle: 'Map IDs that exist in here, from {first} on (config only)',
      subidTitle: 'Grant IDs that exist in the outer container',
      costs: 'The rootfs and the volumes need the new owner.',
      undo: 'Put `{value}` back at `{pointer}`.',
      subidHow: 'In the container that holds the runtime, `/etc/subuid` and `/etc/subgid` must name IDs of its own map, such as `podman:1:999` and `podman:1001:64535`.',
    },
    zh,
  },
  judge({ outerUidMap, uidMap, gidMap, askedUidMap, subuids, rootless, insideContainer, failure }, say) {
    const outer = outerUidMap;
    const whole = outer?.value.extents.some(({ size }) => size.value === 4294967295);
    if (outer && whole) return refuted([mark(outer, say('whole'))]);
    const map = askedUidMap ?? uidMap;
    // A range must lie within one extent of the map around it (map_id_range_down, kernel/user_namespace.c).
    const isHeld = ({ hostId, size }: { hostId: { value: number | undefined }; size: { value: number | undefined } }) =>
      hostId.value === undefined || size.value === undefined || (outer !== undefined && outer.value.extentOfContainer(hostId.value) !== undefined && outer.value.extentOfContainer(hostId.value) === outer.value.extentOfContainer(hostId.value + size.value - 1));
    const outside = outer ? map?.value.extents.find((extent) => !isHeld(extent)) : undefined;
    const twins = gidMap?.value.extents.filter(({ hostId, size }) => hostId.value === outside?.hostId.value && size.value === outside?.size.value) ?? [];
    const match: Match = { outside, twins, outer };
    const symptoms = ['id-map-write-denied', 'newidmap-write-refused', 'newidmap-failed', 'namespaces-creation-refused', 'pod-namespace-refused', 'output-pipes-refused'];
    const refused = failure && symptoms.includes(failure.symptom) ? [mark(failure, say(failure.symptom === 'output-pipes-refused' ? 'unknownHere' : 'refused'))] : [];
    if (outer && outside) {
      const marks = [mark(outside.span, say('asked')), mark(outer, say('outer')), ...refused];
      return refused.length > 0 ? proved(match, marks) : supported(match, marks, ['failure']);
    }
    // fs/open.c, chown_common: EINVAL says that the ID has no meaning in the namespace of the caller.
    if (failure?.symptom === 'output-pipes-refused' && failure.errno === 'EINVAL') return proved(match, refused);
    const grant = outer ? subuids?.value.ranges.find(({ start, count }) => !outer.value.holdsContainer(start + count - 1)) : undefined;
    if (outer && grant && refused.length > 0) return proved(match, [mark(grant.span, say('granted')), mark(outer, say('outer')), ...refused]);
    if (outer && map && map.value.extents.length > 0) return refuted([mark(outer, say('held'))]);
    // Not every ID is there to be mapped; which ones were asked for is not shown.
    if (outer && refused.length > 0) return supported(match, [mark(outer, say('outer')), ...refused], ['uidMap']);
    // The kubelet takes the IDs of a pod from 65536 on, which the namespace of an ordinary user seldom holds.
    if (rootless?.value && failure?.symptom === 'pod-namespace-refused') return supported(match, [mark(rootless, say('rootless')), ...refused], ['outerUidMap']);
    if (insideContainer && failure?.symptom === 'pod-namespace-refused') return supported(match, [mark(insideContainer, say('inside')), ...refused], ['outerUidMap']);
    return open(match, ['outerUidMap'], refused);
  },
  explain({ outside, outer }, say) {
    const first = outside?.hostId.value ?? 0;
    const range = outside ? `${first}-${first + (outside.size.value ?? 1) - 1}` : '';
    const title = outside ? say('title', { range, held: outer?.value.containerRanges ?? say('others') }) : say('titleUnknown');
    return { title, explanation: say('explanation') };
  },
  fixes({ outside, twins, outer }, say) {
    const extent = outer?.value.extents.find(({ size }) => (size.value ?? 0) >= (outside?.size.value ?? 1));
    const first = extent?.containerId.value;
    const moved = outside?.hostId.span.pointer === undefined ? [] : [outside, ...twins];
    const patch = first === undefined ? [] : moved.flatMap(({ hostId }) => replace(hostId.span, first));
    const verify = [look`cat /proc/self/uid_map /proc/self/gid_map`];
    const granted = fix({ title: say('subidTitle'), risk: 'review', costs: say('costs'), commands: [...verify, look`grep . /etc/subuid /etc/subgid`], undo: [], verify, notes: [say('subidHow')] });
    if (patch.length === 0) return [granted];
    return [fix({ title: say('fixTitle', { first: first ?? 0 }), risk: 'review', costs: say('costs'), patch, ofOuterContainer: true, undo: moved.map(({ hostId: { text, span } }) => say('undo', { value: text, pointer: span.pointer ?? '' })), verify }), granted];
  },
});
