import { wordingsOf } from './wording';

/** Words of the kubelet and the API server. Versions: the git tags in which the string stands. */
export const kubernetesWordings = [
  ...wordingsOf('kubelet', [
    [[{ from: '1.25' }], [
      'could not find an empty slot to allocate a user namespace',
      'invalid user namespace mappings file',
      'wrong user namespace length',
      'range picked for pod "…" already taken',
    ]],
    [[{ from: '1.30', before: '1.36' }], [
      `the feature gate "…" is disabled: can't set spec.HostUsers`,
    ]],
    [[{ from: '1.30' }], [
      `can't set \`spec.hostUsers: false\`, runtime does not support user namespaces`,
      `can't set \`spec.hostUsers: false\`, RuntimeClass handler "…" does not support user namespaces`,
      'kubelet user assigned ID … is not a multiple of',
      'kubelet user assigned ID … must be greater or equal to',
      'kubelet user assigned IDs length … is not a multiple of',
      'kubelet user assigned IDs are not enough to support … pods',
      'error retrieving additional uids for user "…"',
      'error retrieving additional gids for user "…"',
      'mismatched subuids and subgids for user "…"',
    ]],
    [[{ from: '1.33' }], [
      'kubelet user namespace length … is not a multiple of',
    ]],
  ]),
  ...wordingsOf('kubernetes', [
    [[{ from: '1.25', before: '1.34' }], [
      'Forbidden: when `pod.Spec.HostUsers` is false',
    ]],
    [[{ from: '1.25', before: '1.28' }], [
      'spec.volumes[…]: Forbidden: volume type not supported when `pod.Spec.HostUsers` is false',
    ]],
    [[{ from: '1.25' }], [
      'spec.hostUsers: Forbidden: cannot be set for a windows pod',
    ]],
    [[{ from: '1.30' }], [
      'spec.containers[…].securityContext.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`',
    ]],
    [[{ from: '1.34' }], [
      'spec.hostNetwork: Forbidden: when `hostUsers` is false',
      'spec.HostPID: Forbidden: when `hostUsers` is false',
      'spec.HostIPC: Forbidden: when `hostUsers` is false',
      'spec.containers[…].volumeDevices: Forbidden: when `hostUsers` is false',
    ]],
  ]),
];
