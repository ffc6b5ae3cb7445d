import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { ageOf } from '../../facts/version';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './runtime-lacks-userns.zh';

/** runc and crun report ID-mapped mounts, which a pod with a user namespace needs, since these (their change logs). */
const since = { runc: '1.2.0', crun: '1.9' } as const;

interface Match {
  readonly handler: string | undefined;
  readonly runtime: { readonly name: string; readonly version: Known<string> } | undefined;
}

export const runtimeLacksUserns = defineCause({
  id: 'runtime-lacks-userns',
  step: 'admit-pod',
  effect: 'stops',
  explains: { 'runtime-without-userns': 'usually', 'runtime-not-run': 'rarely', 'idmap-mount-unknown': 'rarely' },
  uses: ['pod', 'versions', 'heardVersions', 'failure'],
  references: [
    { title: 'Kubernetes: user namespaces, runtimes', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
    { title: 'containerd: user namespaces (2.0 and later, 1.7)', url: 'https://github.com/containerd/containerd/blob/main/docs/user-namespaces/README.md' },
  ],
  words: {
    en: {
      name: 'The OCI runtime or its handler does not support the user namespaces asked for',
      pageWhy:
        'Since 1.30 the kubelet asks the container runtime what each handler can do, and refuses hostUsers: false where it says nothing of user namespaces. containerd reports them only for an OCI runtime that maps the IDs of mounts: runc 1.2, crun 1.9. gVisor and Kata report none through containerd before 2.3.4.',
      pageTell: '`crictl info` lists runtimeHandlers with their features. Where every handler lacks userNamespaces, containerd or its runc is too old; where one lacks it, that one.',
      pageSure: 'The kubelet names the handler or the OCI runtime; or it finds no support, and runc is below 1.2 or crun below 1.9.',
      pageNot: 'The version of the OCI runtime reports what is needed: then containerd is too old.',
      titleHandler: 'The runtime handler `{handler}` does not support user namespaces',
      titleVersion: '{name} {version} is too old for pods with a user namespace',
      titleUnknown: 'The OCI runtime does not support the user namespace that is asked for',
      explanation: 'The kubelet starts a pod with `hostUsers: false` only on a handler that reports user namespaces.',
      told: 'The kubelet found no support for user namespaces.',
      asked: 'A user namespace is asked for.',
      handler: 'This handler is asked for.',
      old: 'This version does not report what is needed; {since} does.',
      fresh: 'This version reports what is needed.',
      handlerTitle: 'Run this pod on a handler that has user namespaces, or without one',
      handlerCosts: 'Another sandbox than was asked for; or root in the pod is root on the host.',
      handlerHow: 'Take runtimeClassName out to use runc, or hostUsers: false out to keep the handler.',
      upgradeTitle: 'Install runc 1.2 (crun 1.9) or newer on the node',
      upgradeCosts: 'New containers use it; running ones go on.',
      undo: 'Put the old manifest or version back.',
    },
    zh,
  },
  judge({ pod, failure, ...known }, say) {
    const ours = failure?.symptom === 'runtime-without-userns' ? failure : undefined;
    const handler = pod?.runtimeClass?.value ?? (ours && /RuntimeClass handler/.test(ours.text) ? ours.values.quoted?.value : undefined);
    const names = ['runc', 'crun'] as const;
    const seen = names.flatMap((name) => {
      const age = ageOf(name, since[name], known);
      return age ? [{ name, ...age }] : [];
    });
    const old = seen.find(({ older }) => older);
    const match: Match = { handler, runtime: old };
    const asked = pod?.hostUsers?.value === false ? [mark(pod.hostUsers, say('asked'))] : [];
    if (ours && /RuntimeClass handler|OCI runtime/.test(ours.text)) return proved(match, [mark(ours, say('told')), ...asked, ...(pod?.runtimeClass ? [mark(pod.runtimeClass, say('handler'))] : [])]);
    if (ours && old) return proved(match, [mark(old.version, say('old', { since: since[old.name] })), mark(ours, say('told')), ...asked]);
    const [fresh] = seen;
    if (ours && fresh && !old) return refuted([mark(fresh.version, say('fresh'))]);
    return ours ? supported(match, [mark(ours, say('told')), ...asked], ['versions']) : open(match, ['versions']);
  },
  explain({ handler, runtime }, say) {
    const explanation = say('explanation');
    if (runtime) return { title: say('titleVersion', { name: runtime.name, version: runtime.version.value }), explanation };
    return { title: handler ? say('titleHandler', { handler }) : say('titleUnknown'), explanation };
  },
  fixes({ handler }, say) {
    const verify = [look`crictl info`, look`runc --version; crun --version`];
    const upgrade = fix({ title: say('upgradeTitle'), risk: 'review', costs: say('upgradeCosts'), commands: verify, undo: [say('undo')], verify });
    if (!handler) return [upgrade];
    return [fix({ title: say('handlerTitle'), risk: 'review', costs: say('handlerCosts'), commands: [look`kubectl get runtimeclass`], undo: [say('undo')], verify: verify.slice(0, 1), notes: [say('handlerHow')] }), upgrade];
  },
});
