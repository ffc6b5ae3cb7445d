import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { isBefore } from '../../facts/version';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './kubernetes-userns-disabled.zh';

/** The gate is on by default since 1.33 and locked on in 1.36; before 1.30 a kubelet with the gate off ignores the member (KEP-127). */
const onSince = '1.33';
const lockedSince = '1.36';
const refusesSince = '1.30';
/** An API server before 1.25 does not know hostUsers and drops it (KEP-127). */
const knownSince = '1.25';

interface Match {
  readonly version: Known<string> | undefined;
  readonly silent: boolean;
}

export const kubernetesUsernsDisabled = defineCause({
  id: 'kubernetes-userns-disabled',
  step: 'admit-pod',
  effect: 'stops',
  explains: { 'gate-off': 'usually', 'pod-spec-refused': 'rarely', 'cri-userns-refused': 'rarely', 'runtime-without-userns': 'rarely' },
  uses: ['pod', 'kubelet', 'versions', 'outerUidMap', 'failure'],
  references: [
    { title: 'KEP-127: user namespaces in pods (Kubernetes 1.25 alpha, 1.33 on by default, 1.36 stable)', url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/127-user-namespaces' },
    { title: 'Kubernetes: feature gates', url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/' },
  ],
  words: {
    en: {
      name: 'The gate UserNamespacesSupport is off: hostUsers: false is refused or ignored',
      pageWhy:
        'hostUsers: false needs the gate UserNamespacesSupport in the API server and in the kubelet of the node. It is on by default since 1.33. With the gate off, a kubelet of 1.30 to 1.32 refuses the pod, and an older one starts it without a user namespace and says nothing.',
      pageTell: 'The event names the gate. A pod that runs although its `cat /proc/self/uid_map` prints 0 0 4294967295 was started without; then compare the versions of kubelet and API server.',
      pageSure: 'The kubelet says that the gate is off; or its configuration turns it off and a pod asks for a user namespace; or the API server is older than 1.25.',
      pageNot: 'The gate is turned on, the kubelet is 1.33 or later and does not turn it off, or the API server is 1.36 or later.',
      title: 'The feature gate UserNamespacesSupport is off on this node',
      titleSilent: 'Kubernetes {version} starts this pod without its user namespace, and says nothing',
      explanation: 'The kubelet gives a pod a user namespace only with the feature gate on.',
      told: 'The kubelet says that the gate is off.',
      asked: 'A user namespace is asked for.',
      old: 'Before 1.30 the member is ignored where the gate is off, as it is by default.',
      unknown: 'Before 1.25 the member is not known and dropped.',
      off: 'The gate is turned off here.',
      on: 'The gate is turned on here.',
      fresh: 'From 1.33 on the gate is on by default.',
      whole: 'The pod has every ID of the host: no user namespace.',
      fixTitle: 'Turn the gate on in the kubelet and in the API server',
      costs: 'The kubelet restarts. Nodes need containerd 2.0 or CRI-O 1.25, runc 1.2 or crun 1.9, and Linux 6.3.',
      undo: 'Take the gate out again, after pods with a user namespace are gone.',
      how: 'kubelet configuration: `UserNamespacesSupport: true` below `featureGates`, then restart it. API server: `--feature-gates=UserNamespacesSupport=true`. Or upgrade to 1.33, where both are on.',
    },
    zh,
  },
  judge({ pod, kubelet, versions, outerUidMap, failure }, say) {
    const [own, server] = [versions?.get('kubelet'), versions?.get('kubernetes')];
    const version = own ?? server;
    const asked = pod?.hostUsers?.value === false ? [mark(pod.hostUsers, say('asked'))] : [];
    const before = version && isBefore(version.value, refusesSince) === true ? version : undefined;
    const gate = kubelet?.userNamespacesSupport;
    // A kubelet with the gate locked on does not start with such a line: it is another kubelet's.
    const off = gate?.value === false && !(version && isBefore(version.value, lockedSince) === false) ? gate : undefined;
    const match: Match = { version, silent: failure === undefined && before !== undefined };
    const turned = off ? [mark(off, say('off'))] : [];
    if (failure?.symptom === 'gate-off') return proved(match, [mark(failure, say('told')), ...turned, ...asked]);
    if (version && asked.length > 0 && isBefore(version.value, knownSince) === true) return proved(match, [...asked, mark(version, say('unknown'))], 'voids');
    const whole = outerUidMap?.value.extents.some(({ size }) => size.value === 4294967295) ? [mark(outerUidMap, say('whole'))] : [];
    if (off && asked.length > 0) return before ? proved(match, [...asked, ...turned, mark(before, say('old')), ...whole], 'voids') : proved(match, [...asked, ...turned]);
    if (gate?.value === true) return refuted([mark(gate, say('on'))]);
    // A kubelet is at most three minor versions older than the API server (version skew policy).
    const fresh = own ? isBefore(own.value, onSince) === false && own : server && isBefore(server.value, lockedSince) === false && server;
    if (fresh && !off) return refuted([mark(fresh, say('fresh'))]);
    if (asked.length === 0 || !before) return open(match, ['versions', 'kubelet'], asked);
    const marks = [...asked, mark(before, say('old')), ...whole];
    return whole.length > 0 ? proved(match, marks, 'voids') : supported(match, marks, ['kubelet', 'outerUidMap']);
  },
  explain({ version, silent }, say) {
    return { title: silent && version ? say('titleSilent', { version: version.value }) : say('title'), explanation: say('explanation') };
  },
  fixes(_, say) {
    const verify = [look`kubectl get --raw /metrics | grep UserNamespacesSupport`, look`kubectl version`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [say('undo')], verify, notes: [say('how')] })];
  },
});
