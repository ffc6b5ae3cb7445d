import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './pod-host-namespace-conflict.zh';

interface Match {
  readonly shared: readonly Known<string>[];
}

export const podHostNamespaceConflict = defineCause({
  id: 'pod-host-namespace-conflict',
  step: 'admit-pod',
  effect: 'stops',
  explains: { 'pod-spec-refused': 'usually', 'sysfs-mount-refused': 'rarely' },
  uses: ['pod', 'failure'],
  references: [
    { title: 'Kubernetes: user namespaces, limitations', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/#limitations' },
    { title: 'Kubernetes: validation of hostUsers', url: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go' },
  ],
  words: {
    en: {
      name: 'hostUsers: false stands beside hostNetwork, hostPID, hostIPC or a raw device',
      pageWhy:
        'A pod with a user namespace of its own has no rights in namespaces of the host. The API server therefore refuses hostUsers: false together with hostNetwork, hostPID and hostIPC, and raw block volumes since 1.34. hostNetwork becomes possible with a gate of its own from 1.35 on.',
      pageTell: 'The pod is refused as it is created, with "Forbidden: when hostUsers is false", and no node is involved.',
      pageSure: 'The API server refuses hostUsers: false beside another member; or the manifest has both.',
      pageNot: 'The manifest asks for a user namespace and shares nothing with the host.',
      title: '`hostUsers: false` cannot stand beside `{members}`',
      titleUnknown: '`hostUsers: false` cannot stand beside another member of this pod',
      theMember: 'the member that the message names',
      explanation: 'What the pod shares with the host belongs to the user namespace of the host, in which the pod has no rights.',
      told: 'The API server refuses both together.',
      users: 'A user namespace is asked for.',
      shares: 'This shares a namespace or device of the host.',
      none: 'The pod shares no namespace of the host.',
      fixTitle: 'Keep one of the two',
      costs: 'Without {members} the pod has its own network, processes or queues; without hostUsers: false its root is root on the host.',
      undo: 'Put the old manifest back.',
      how: 'Where the pod can do without, take {members} out of the manifest and apply it again.',
    },
    zh,
  },
  judge({ pod, failure }, say) {
    const conflicting = pod?.shared.filter(({ value }) => value !== 'privileged') ?? [];
    const match: Match = { shared: conflicting };
    const users = pod?.hostUsers?.value === false ? [mark(pod.hostUsers, say('users'))] : [];
    const shares = conflicting.map((member) => mark(member, say('shares')));
    if (failure?.symptom === 'pod-spec-refused') return proved(match, [mark(failure, say('told')), ...users, ...shares]);
    const [first] = users;
    if (first && shares.length > 0) return proved(match, [first, ...shares]);
    return pod?.hostUsers?.value === false ? refuted([mark(pod.hostUsers, say('none'))]) : open(match, ['pod']);
  },
  explain({ shared }, say) {
    const members = shared.map(({ value }) => value).join(', ');
    return { title: members === '' ? say('titleUnknown') : say('title', { members }), explanation: say('explanation') };
  },
  fixes({ shared }, say) {
    const members = shared.map(({ value }) => value).join(', ') || say('theMember');
    const verify = [look`kubectl apply --dry-run=server -f pod.yaml`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs', { members }), commands: verify, undo: [say('undo')], verify, notes: [say('how', { members })] })];
  },
});
