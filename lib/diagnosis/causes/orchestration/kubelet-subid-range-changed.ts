import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { SubidRange } from '../../facts/facts';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './kubelet-subid-range-changed.zh';

interface Match {
  readonly id: number | undefined;
  readonly range: SubidRange | undefined;
}

export const kubeletSubidRangeChanged = defineCause({
  id: 'kubelet-subid-range-changed',
  step: 'allocate-ids',
  effect: 'stops',
  explains: { 'kubelet-range-changed': 'usually' },
  uses: ['subuids', 'failure'],
  references: [
    { title: 'Kubernetes issue 132966', url: 'https://github.com/kubernetes/kubernetes/issues/132966' },
    { title: 'Kubernetes: user namespaces, set up a node', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/#set-up-a-node-to-support-user-namespaces' },
  ],
  words: {
    en: {
      name: "The kubelet's range is valid, but leaves out pods that already run with IDs",
      pageWhy:
        'Each pod with a user namespace has its block of IDs recorded in /var/lib/kubelet/pods/UID/userns. As the kubelet starts, it takes them up again. After its range or idsPerPod was changed, a recorded block may lie outside, and the kubelet ends instead of forgetting it.',
      pageTell: 'The kubelet says that an id is out of range, or that the length is wrong, while the range itself keeps the rules. It started before the range was changed.',
      pageSure: 'The kubelet ends because a recorded ID lies outside its range.',
      pageNot: 'The ID lies inside the range that is granted now.',
      title: 'A pod on this node has IDs from {id} on, outside the new range of the kubelet',
      titleUnknown: 'A pod on this node has IDs outside the new range of the kubelet',
      explanation: 'The kubelet keeps the IDs of running pods, and the new range does not hold them.',
      told: 'A recorded block of IDs does not fit the range.',
      range: 'The range that is granted now.',
      within: 'The ID lies inside the range.',
      fixTitle: 'Put the old range back, drain the node, then change the range',
      costs: 'The pods of the node are moved to other nodes.',
      undo: 'Nothing to undo.',
      how: 'With the old lines in /etc/subuid and /etc/subgid the kubelet starts again. Then `kubectl drain NODE --ignore-daemonsets`, change the range, restart the kubelet, `kubectl uncordon NODE`.',
    },
    zh,
  },
  judge({ subuids, failure }, say) {
    const ours = failure?.symptom === 'kubelet-range-changed' ? failure : undefined;
    const id = ours?.values.id ? Number(ours.values.id.value) : undefined;
    const range = subuids?.value.ranges.find(({ owner }) => owner === 'kubelet');
    const match: Match = { id, range };
    if (!ours) return open(match, ['failure']);
    if (range && id !== undefined && id >= range.start && id < range.start + range.count) return refuted([mark(range.span, say('within'))]);
    return proved(match, [mark(ours, say('told')), ...(range ? [mark(range.span, say('range'))] : [])]);
  },
  explain: ({ id }, say) => ({ title: id === undefined ? say('titleUnknown') : say('title', { id }), explanation: say('explanation') }),
  fixes(_, say) {
    const verify = [look`getsubids kubelet`, look`grep -r . /var/lib/kubelet/pods/*/userns`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [say('undo')], verify, notes: [say('how')] })];
  },
});
