import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Extent, IdMap } from '../../facts/id-map';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove, replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './process-user-unmapped.zh';

type Kind = 'uid' | 'gid';

interface Outside {
  readonly kind: Kind;
  readonly id: Known<number>;
  readonly map: Known<IdMap>;
  /** One of `additionalGids`, which may be taken out. */
  readonly additional: boolean;
}

interface Match {
  readonly outside: readonly Outside[];
  readonly uidMap: Known<IdMap> | undefined;
  readonly gidMap: Known<IdMap> | undefined;
  /** The runtime takes no additional groups at all (runc as an ordinary user). */
  readonly groupsRefused: boolean;
  /** A pod asks for the user: its config.json is written anew at each start. */
  readonly ofPod: boolean;
}

/** What images expect (login.defs: SUB_UID_COUNT). */
const customarySize = 65536;

export const processUserUnmapped = defineCause({
  id: 'process-user-unmapped',
  step: 'start-process',
  effect: 'stops',
  explains: {
    'process-user-refused': 'usually',
    'output-pipes-refused': 'rarely',
    'container-root-not-mapped': 'rarely',
    'image-ids-not-mapped': 'rarely',
    'volume-access-denied': 'rarely',
    'idmap-mount-config-refused': 'rarely',
  },
  uses: ['processUser', 'uidMap', 'gidMap', 'rootless', 'launcher', 'fromImage', 'pod', 'failure'],
  references: [
    { title: 'OCI runtime specification: process user', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#user' },
    { title: 'setuid(2): EINVAL', url: 'https://man7.org/linux/man-pages/man2/setuid.2.html' },
  ],
  words: {
    en: {
      name: "The process's user or one of its groups lies outside the mapped IDs",
      pageWhy:
        "The runtime takes on process.user inside the user namespace. The kernel answers EINVAL for an ID that no extent of the map holds, so setuid, setgid, setgroups or the chown of the process's streams fails. additionalGids counts too: a host's group ID means nothing inside.",
      pageTell: 'process.user.uid, gid or an entry of additionalGids is not within the container IDs of the map. Where the map lacks ID 0 itself, the runtime fails earlier.',
      pageSure: 'process.user and the maps are known, and an ID of the user lies outside; or runc says "unmapped uid", which it prints for nothing else.',
      pageNot: 'Every ID of process.user, additional groups included, lies within the maps.',
      title: 'The process wants {kind} {id}, but the map holds container IDs {ranges}',
      titleUnknown: 'The process wants a user or group that the map does not hold',
      titleGroups: 'The process wants additional groups, which the runtime cannot set as an ordinary user',
      explanation: 'The kernel refuses an ID that no extent of the map holds, with EINVAL. The map has to hold every ID of `process.user`.',
      wanted: '{kind} {id} lies outside the mapped container IDs {ranges}.',
      map: 'The map holds container IDs {ranges}.',
      told: 'The runtime could not take on the user or its groups.',
      within: 'The user and its groups lie within the maps.',
      widenTitle: 'Widen the map so that it holds {kind} {id} (config only)',
      widenCosts: 'The container may use more host IDs: see that no other container has them.',
      widenUndo: 'Put `{size}` back at `{pointer}`.',
      dropTitle: 'Take the unmapped groups out of additionalGids (config only)',
      dropCosts: 'The process loses what these groups gave it.',
      dropUndo: 'Put the groups back into `additionalGids`.',
      podTitle: 'Ask for IDs of 0 to 65535 in the pod',
      podCosts: 'Files of the image and of volumes that belong to the old IDs need the new ones.',
      podUndo: 'Put the old IDs back into the pod.',
      podHow: 'A pod with a user namespace has the IDs 0 to 65535. Set `runAsUser`, `runAsGroup`, `fsGroup` and `supplementalGroups` in `securityContext` to IDs among them; without `runAsUser` the USER of the image counts. More IDs a pod gives `userNamespaces.idsPerPod` of the kubelet, from Kubernetes 1.33 on.',
      rootTitle: 'Run the process as container root (config only)',
      rootCosts: 'The process runs as root inside the user namespace.',
      rootUndo: 'Put the user back at `/process/user`.',
    },
    zh,
  },
  judge({ processUser, uidMap, gidMap, rootless, launcher, fromImage, pod, failure }, say) {
    const outside = processUser ? findOutside(processUser.value, uidMap, gidMap) : [];
    const groupsRefused = failure !== undefined && /additional groups in a rootless container/.test(failure.text);
    const ofPod = launcher ? launcher.value === 'cri' : fromImage !== undefined || pod !== undefined;
    const match: Match = { outside, uidMap, gidMap, groupsRefused, ofPod };
    const told = failure?.symptom === 'process-user-refused' ? [mark(failure, say('told'))] : [];
    const [first] = outside;
    if (first) {
      const marks = outside.map(({ kind, id, map }) => mark(id, say('wanted', { kind, id: id.value, ranges: map.value.containerRanges })));
      return proved(match, [...marks, mark(first.map, say('map', { ranges: first.map.value.containerRanges })), ...told]);
    }
    if (groupsRefused) return proved(match, told);
    // These words are printed for an unmapped ID and for nothing else (libcontainer/init_linux.go).
    if (failure && told.length > 0 && /unmapped (?:uid|gid|user)/.test(failure.text)) return proved(match, told);
    if (processUser && uidMap && gidMap && rootless?.value !== true) return refuted([mark(processUser, say('within'))]);
    if (told.length > 0 && failure?.errno === 'EINVAL' && (failure.values.uid ?? failure.values.gid)?.value !== '0') {
      return supported(match, told, ['processUser', 'uidMap', 'gidMap']);
    }
    return open(match, ['processUser', 'uidMap', 'gidMap']);
  },
  explain({ outside, groupsRefused }, say) {
    const [first] = outside;
    const explanation = say('explanation');
    if (groupsRefused) return { title: say('titleGroups'), explanation };
    if (!first) return { title: say('titleUnknown'), explanation };
    const { kind, id, map } = first;
    return { title: say('title', { kind, id: id.value, ranges: map.value.containerRanges }), explanation };
  },
  fixes({ outside, groupsRefused, ofPod }, say) {
    if (ofPod) {
      const verify = [look`kubectl apply --dry-run=server -f pod.yaml`];
      const shown = look`grep -nE 'runAs(User|Group)|fsGroup|supplementalGroups' pod.yaml`;
      return [fix({ title: say('podTitle'), risk: 'review', costs: say('podCosts'), commands: [shown, ...verify], undo: [say('podUndo')], verify, notes: [say('podHow')] })];
    }
    const drop = fix({
      title: say('dropTitle'),
      risk: 'safe',
      costs: say('dropCosts'),
      // From the last on, so that the indices of the others stay right.
      patch: outside.filter(({ additional }) => additional).toReversed().flatMap(({ id }) => remove(id)),
      ...(outside.length === 0 ? { commands: editConfig`del(.process.user.additionalGids)`.commands } : {}),
      undo: [say('dropUndo')],
      verify: [look`jq .process.user config.json`],
    });
    if (groupsRefused || (outside.length > 0 && outside.every(({ additional }) => additional))) return [drop];
    const root = fix({
      title: say('rootTitle'),
      risk: 'review',
      costs: say('rootCosts'),
      patch: outside.flatMap(({ id, additional }) => (additional ? [] : replace(id, 0))),
      ...(outside.length === 0 ? { commands: editConfig`.process.user.uid = 0 | .process.user.gid = 0`.commands } : {}),
      undo: [say('rootUndo')],
      verify: [look`jq .process.user config.json`],
    });
    const widened = widen(outside);
    const [first] = outside;
    if (!first || widened.length === 0) return [root];
    return [
      fix({
        title: say('widenTitle', { kind: first.kind, id: first.id.value }),
        risk: 'review',
        costs: say('widenCosts'),
        patch: [
          ...widened.flatMap(({ extent, size }) => replace(extent.size.span, size)),
          ...outside.filter(({ additional }) => additional).toReversed().flatMap(({ id }) => remove(id)),
        ],
        undo: widened.map(({ extent: { size } }) => say('widenUndo', { size: size.text, pointer: size.span.pointer ?? '' })),
        verify: [look`jq .linux.uidMappings,.linux.gidMappings config.json`],
      }),
      root,
    ];
  },
});

function findOutside(
  user: { uid?: Known<number>; gid?: Known<number>; additionalGids: readonly Known<number>[] },
  uidMap: Known<IdMap> | undefined,
  gidMap: Known<IdMap> | undefined,
): Outside[] {
  const check = (kind: Kind, id: Known<number> | undefined, map: Known<IdMap> | undefined, additional: boolean): Outside[] =>
    id && map && map.value.extents.length > 0 && !map.value.holdsContainer(id.value) && id.value !== 0 ? [{ kind, id, map, additional }] : [];
  return [
    ...check('uid', user.uid, uidMap, false),
    ...check('gid', user.gid, gidMap, false),
    ...user.additionalGids.flatMap((gid) => check('gid', gid, gidMap, true)),
  ];
}

/** The extent that would hold an ID if it were longer: the last one that begins below it, if nothing follows. */
function widen(outside: readonly Outside[]): { extent: Extent; size: number }[] {
  return outside.flatMap(({ id, map, additional }) => {
    const last = map.value.extents.toSorted((a, b) => (a.containerId.value ?? 0) - (b.containerId.value ?? 0)).at(-1);
    const first = last?.containerId.value;
    if (additional || !last || first === undefined || first > id.value || last.size.span.pointer === undefined) return [];
    return [{ extent: last, size: Math.max(customarySize, id.value - first + 1) }];
  });
}
