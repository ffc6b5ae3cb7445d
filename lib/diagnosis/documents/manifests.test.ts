import { describe, expect, test } from 'vitest';
import { gatherFacts } from '../facts/gather-facts';
import { quote } from './document';

const factsOf = (text: string, ...more: string[]) => gatherFacts([text, ...more].map((one, index) => ({ name: `file-${index}`, text: one })));
const podOf = (text: string, ...more: string[]) => {
  const pod = factsOf(text, ...more).pod;
  return pod && { hostUsers: pod.hostUsers?.value, shared: pod.shared.map(({ value }) => value), runtimeClass: pod.runtimeClass?.value };
};

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels: {app: web}
    spec:
      hostUsers: false # a namespace of its own
      runtimeClassName: "gvisor"
      containers:
      - name: web
        image: registry.example/web:1.2
        securityContext: {privileged: true}
        volumeDevices:
        - name: disk
          devicePath: /dev/xvda
`;
const agent = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  template:
    spec:
      hostNetwork: true
      containers:
      - name: agent
`;
const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\n';

describe('manifests', () => {
  test('the template of a deployment', () => {
    expect(podOf(deployment)).toEqual({ hostUsers: false, shared: ['privileged', 'volumeDevices'], runtimeClass: 'gvisor' });
    expect(factsOf(deployment).pod?.hostUsers).toSatisfy((known: { span: Parameters<typeof quote>[0] }) => quote(known.span) === 'hostUsers: false');
  });

  test('what another pod of the file shares is not this one’s', () => {
    expect(podOf(`${service}---\n${agent}---\n${deployment}`)?.shared).toEqual(['privileged', 'volumeDevices']);
  });

  test('the pod that the failure names is meant', () => {
    const failure = 'The DaemonSet "agent" is invalid: spec.template.spec.hostNetwork: Forbidden: when `hostUsers` is false\n';
    expect(podOf(`${deployment}---\n${agent}`, failure)?.shared).toEqual(['hostNetwork']);
  });

  test('kubectl get -o json, one pod or a list', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'db' }, spec: { hostUsers: false, hostPID: true, containers: [] } };
    expect(podOf(JSON.stringify(pod, undefined, 4))).toEqual({ hostUsers: false, shared: ['hostPID'], runtimeClass: undefined });
    const other = { ...pod, metadata: { name: 'web' }, spec: { hostIPC: true } };
    expect(podOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [other, pod] }, undefined, 4))?.shared).toEqual(['hostPID']);
  });

  test('a list in YAML, as kubectl get -o yaml prints it', () => {
    const items = [agent, deployment].map((one) => `- ${one.trimEnd().replaceAll('\n', '\n  ')}\n`).join('');
    expect(podOf(`$ kubectl get all -o yaml\napiVersion: v1\nitems:\n${items}kind: List\n`)?.shared).toEqual(['privileged', 'volumeDevices']);
  });

  test.each([service, 'kind: Node\napiVersion: v1\nspec:\n  podCIDR: 10.0.0.0/24\n', '{"spec": "oci", "name": "x"}', 'hostUsers: false was set by me.\n'])('%j holds no pod', (text) => {
    expect(podOf(text)).toBeUndefined();
  });

  test('a script in a manifest asks for nothing', () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  containers:\n  - name: x\n    args:\n    - |\n      spec:\n        hostNetwork: true\n    - >-\n      securityContext:\n        privileged: true\n  hostUsers: false\n';
    expect(podOf(text)).toEqual({ hostUsers: false, shared: [], runtimeClass: undefined });
  });
});

describe('the kubelet', () => {
  const settings = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nfeatureGates:\n  UserNamespacesSupport: false\nmaxPods: 250\nuserNamespaces:\n  idsPerPod: 65536\n';
  const kubeletOf = (text: string) => {
    const kubelet = factsOf(text).kubelet;
    return kubelet && [kubelet.userNamespacesSupport?.value, kubelet.maxPods?.value, kubelet.idsPerPod?.value];
  };

  test('its configuration', () => {
    expect(kubeletOf(settings)).toEqual([false, 250, 65536]);
    expect(factsOf(settings).pod).toBeUndefined();
  });

  test('in the ConfigMap of kubeadm', () => {
    const map = `apiVersion: v1\ndata:\n  kubelet: |\n    ${settings.trimEnd().replaceAll('\n', '\n    ')}\nkind: ConfigMap\nmetadata:\n  name: kubelet-config\n`;
    expect(kubeletOf(map)).toEqual([false, 250, 65536]);
  });

  test('as /configz shows it', () => {
    expect(kubeletOf('{"kubeletconfig": {"featureGates": {"UserNamespacesSupport": true}, "maxPods": 110}}')).toEqual([true, 110, undefined]);
  });
});
