import { rowsBy } from './message';

/** containerd 1.3 to 2.3, ctr and nerdctl; what the runtime said inside is in its own file. */
export const containerd = rowsBy('containerd', [
  { prints: ['container UID/GID mapping entries of 0 are required but not found'], symptom: 'container-root-not-mapped', seen: 'ctr: container UID/GID mapping entries of 0 are required but not found' },
  { prints: ["can't use user namespace mode {quoted} without UID and GID mappings", 'required only one uid mapping, but got {count} uid mapping(s)'], symptom: 'id-mappings-missing', seen: `RunPodSandbox failed, error: can't use user namespace mode "POD" without UID and GID mappings` },
  { prints: ["can't use user namespace mode {quoted} with mappings"], symptom: 'mappings-without-namespace', seen: `can't use user namespace mode "NODE" with mappings. Got 1 UID mappings and 1 GID mappings` },
  { prints: ['user namespace mappings require the format container-id:host-id:size', 'invalid mapping {any}, all IDs and size must be positive integers', 'invalid mapping length: {any}', 'failed to unmarshal uid/gid map snapshotter labels: {any}'], symptom: 'id-map-write-invalid', seen: 'ctr: user namespace mappings require the format `container-id:host-id:size`' },
  { prints: ['failed to do idmap to get host ID: {any}'], symptom: 'process-user-refused', seen: 'failed to do idmap to get host ID: container ID 70000 cannot be mapped to a host ID' },
  { prints: ['failed to start noop process for unshare: {any}: {errno}'], errnos: ['EINVAL'], symptom: 'id-map-write-invalid', seen: 'failed to start noop process for unshare: fork/exec /proc/self/exe: invalid argument' },
  { prints: ['failed to start noop process for unshare: {any}: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'failed to start noop process for unshare: fork/exec /proc/self/exe: no space left on device' },
  { prints: ['failed to start noop process for unshare: {any}: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'namespaces-creation-refused', seen: 'failed to start noop process for unshare: fork/exec /proc/self/exe: operation not permitted' },
  { prints: ['rootfs absolute path is required'], symptom: 'rootfs-not-found', seen: 'ctr: rootfs absolute path is required' },
  { prints: ['no subuid ranges found for user {quoted}', 'no subgid ranges found for user {quoted}'], symptom: 'subid-range-not-found', seen: 'FATA[0000] no subuid ranges found for user "carol"' },
]);
