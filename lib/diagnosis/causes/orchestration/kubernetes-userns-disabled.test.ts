import { describeCause } from '../../testing/describe-cause';
import { runc } from '../../testing/lines';
import { kubernetesUsernsDisabled } from './kubernetes-userns-disabled';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostUsers: false\n';
const gate = `Failed to create pod sandbox: the feature gate "UserNamespacesSupport" is disabled: can't set spec.HostUsers\n`;

describeCause(kubernetesUsernsDisabled, {
  proved: {
    'the event names the gate': { 'events.txt': gate },
    'Kubernetes 1.29 says nothing': { 'pod.yaml': pod, 'versions.txt': 'Kubernetes v1.29.4\n' },
  },
  refuted: { 'from 1.33 on it is on': { 'pod.yaml': pod, 'versions.txt': 'Kubernetes v1.34.1\n' } },
  open: { 'no version': { 'pod.yaml': pod }, 'another failure': { 'run.log': runc('args must not be empty') } },
});
