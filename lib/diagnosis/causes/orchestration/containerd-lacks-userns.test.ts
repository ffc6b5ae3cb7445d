import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { containerdLacksUserns } from './containerd-lacks-userns';

const refused = "Failed to create pod sandbox: can't set `spec.hostUsers: false`, runtime does not support user namespaces\n";
const version = (text: string) => asRoot('containerd --version', `containerd github.com/containerd/containerd v${text} abc\n`);
const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostUsers: false\n';

describeCause(containerdLacksUserns, {
  proved: {
    'containerd 1.7, and the kubelet refuses': { 'events.txt': refused, 'versions.txt': version('1.7.24') },
    'containerd 1.6 says nothing': { 'pod.yaml': pod, 'versions.txt': version('1.6.20') },
    'containerd 1.5 by its words': { 'events.txt': `${refused}failed to create containerd task: failed to create shim: OCI runtime create failed: exec: "sh": executable file not found in $PATH: unknown\n`, 'pod.yaml': pod },
    'the line of containerd alone': { 'run.log': 'failed to create containerd container: user namespace configuration: only one mapping line supported, got 2 mapping lines\n' },
  },
  refuted: { 'containerd 2 supports them': { 'events.txt': refused, 'versions.txt': version('2.1.3') } },
  supported: { 'the line of the kubelet alone': { 'events.txt': refused } },
  open: { 'another failure': { 'run.log': runc('args must not be empty') } },
});
