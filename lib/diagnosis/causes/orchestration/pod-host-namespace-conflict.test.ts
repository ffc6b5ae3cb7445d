import { describeCause } from '../../testing/describe-cause';
import { runc } from '../../testing/lines';
import { podHostNamespaceConflict } from './pod-host-namespace-conflict';

const pod = (members: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostUsers: false\n${members}`;

describeCause(podHostNamespaceConflict, {
  proved: {
    'the answer of the API server alone': { 'events.txt': 'The Pod "web" is invalid: spec.hostNetwork: Forbidden: when `hostUsers` is false\n' },
    'the manifest alone': { 'pod.yaml': pod('  hostPID: true\n') },
  },
  refuted: { 'nothing is shared': { 'pod.yaml': pod('  containers:\n  - name: web\n') } },
  open: { 'no pod': { 'run.log': runc('args must not be empty') } },
});
