import { describeCause } from '../../testing/describe-cause';
import { runc } from '../../testing/lines';
import { kubernetesUsernsDisabled } from './kubernetes-userns-disabled';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostUsers: false\n';
const kubelet = (on: boolean) => `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nfeatureGates:\n  UserNamespacesSupport: ${String(on)}\n`;
const gate = `Failed to create pod sandbox: the feature gate "UserNamespacesSupport" is disabled: can't set spec.HostUsers\n`;

describeCause(kubernetesUsernsDisabled, {
  proved: {
    'the event names the gate': { 'events.txt': gate },
    'Kubernetes 1.24 does not know the member': { 'pod.yaml': pod, 'versions.txt': 'Kubernetes v1.24.17\n' },
    'the kubelet has the gate off, also where it would be on': { 'pod.yaml': pod, 'kubelet.yaml': kubelet(false), 'versions.txt': 'Kubernetes v1.34.1\n' },
  },
  refuted: {
    'from 1.33 on it is on': { 'pod.yaml': pod, 'versions.txt': 'kubelet v1.34.1\n' },
    'the kubelet has it on': { 'pod.yaml': pod, 'kubelet.yaml': kubelet(true), 'versions.txt': 'kubelet v1.31.4\n' },
    'no kubelet of this API server is older than 1.33': { 'pod.yaml': pod, 'versions.txt': 'Kubernetes v1.36.0\n' },
  },
  supported: { 'a kubelet of 1.29 would say nothing, but the gate may be on': { 'pod.yaml': pod, 'versions.txt': 'Kubernetes v1.29.4\n' } },
  open: { 'the kubelet may be older than the API server': { 'pod.yaml': pod, 'versions.txt': 'Kubernetes v1.34.1\n' }, 'no version': { 'pod.yaml': pod }, 'another failure': { 'run.log': runc('args must not be empty') } },
});
