import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { ageOf } from '../../facts/version';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './containerd-lacks-userns.zh';

/** containerd 2.0 is the first with user namespaces of today's CRI; 1.7 pairs with kubelet 1.25 and 1.26 only, 1.6 ignores them (its docs/user-namespaces). */
const since = '2.0.0';

interface Match {
  readonly version: Known<string> | undefined;
}

export const containerdLacksUserns = defineCause({
  id: 'containerd-lacks-userns',
  step: 'admit-pod',
  effect: 'stops',
  explains: { 'cri-userns-refused': 'usually', 'runtime-without-userns': 'usually', 'id-mappings-missing': 'rarely' },
  uses: ['versions', 'heardVersions', 'pod', 'failure'],
  references: [
    { title: 'containerd: user namespaces (2.0 and later, 1.7)', url: 'https://github.com/containerd/containerd/blob/main/docs/user-namespaces/README.md' },
    { title: 'Kubernetes: user namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
  ],
  words: {
    en: {
      name: 'This containerd does not support user namespaces of pods as the kubelet asks',
      pageWhy:
        'containerd 1.6 ignores hostUsers without a word, 1.7 speaks an early form that pairs with kubelet 1.25 and 1.26 only, and 2.0 and later support what the kubelet asks since 1.27. A kubelet of 1.30 or later refuses the pod where the runtime reports nothing.',
      pageTell: '`containerd --version` is below 2.0. With 2.0 and runc 1.1 it reports no support either, and then the OCI runtime is too old.',
      pageSure: 'containerd refuses the user namespace of the pod; or the kubelet finds no support and containerd is below 2.0; or it is below 1.7 and the pod asks for one, which it ignores.',
      pageNot: 'containerd is 2.0 or later.',
      title: 'containerd {version} does not support user namespaces as this kubelet asks',
      titleUnknown: 'containerd does not take the user namespace of this pod',
      explanation: 'Pods with `hostUsers: false` need containerd 2.0 or later (or CRI-O 1.25), with runc 1.2 or crun 1.9.',
      told: 'The user namespace of the pod was refused.',
      old: 'User namespaces of pods came with 2.0.',
      ignored: 'This version ignores hostUsers: false without a word.',
      asked: 'A user namespace is asked for.',
      fresh: 'This version supports them.',
      fixTitle: 'Upgrade containerd to 2.0 or newer, with runc 1.2 or newer',
      costs: 'The daemon restarts; running pods go on. Version 2 reads config.toml of version 3, and migrates older ones.',
      undo: 'Install the old version again.',
      without: 'Until then: `hostUsers: true`, or no such member, and root in the pod is root on the host.',
    },
    zh,
  },
  judge({ pod, failure, ...known }, say) {
    const age = ageOf('containerd', since, known);
    const match: Match = { version: age?.version };
    const old = age?.older ? [mark(age.version, say('old'))] : [];
    const asked = pod?.hostUsers?.value === false ? [mark(pod.hostUsers, say('asked'))] : [];
    if (failure?.symptom === 'cri-userns-refused') return proved(match, [mark(failure, say('told')), ...old]);
    if (age && !age.older) return refuted([mark(age.version, say('fresh'))]);
    if (failure?.symptom === 'runtime-without-userns') {
      if (/RuntimeClass handler/.test(failure.text)) return open(match, ['versions']);
      return old.length > 0 ? proved(match, [...old, mark(failure, say('told')), ...asked]) : supported(match, [mark(failure, say('told')), ...asked], ['versions']);
    }
    // Silence is a fault as well: the pod runs, and its root is root of the host.
    const ignoring = ageOf('containerd', '1.7.0', known);
    if (asked.length > 0 && ignoring?.older) return proved(match, [...asked, mark(ignoring.version, say('ignored'))], 'voids');
    return open(match, ['versions']);
  },
  explain({ version }, say) {
    return { title: version ? say('title', { version: version.value }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes(_, say) {
    const verify = [look`containerd --version; runc --version`, look`crictl info`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [say('undo')], verify, notes: [say('without')] })];
  },
});
