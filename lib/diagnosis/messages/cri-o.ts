import { rowsBy } from './message';

/** CRI-O 1.18 to 1.36 (server/, internal/config/nsmgr) and its helper pinns, which makes and pins namespaces. */
export const criO = rowsBy('cri-o', [
  { prints: ['Creating new user namespace but mappings not specified'], symptom: 'id-mappings-missing', seen: 'failed to pin namespaces [0xc0]: [pinns:e]: Creating new user namespace but mappings not specified: exit status 1' },
  { prints: ['Mappings specified without creating a new user namespace'], symptom: 'mappings-without-namespace', seen: 'failed to pin namespaces [0xc0]: [pinns:e]: Mappings specified without creating a new user namespace: exit status 1' },
  { prints: ['Cannot write uid mappings: {errno}', 'Cannot write gid mappings: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'failed to pin namespaces [0xc0]: [pinns:e]: Cannot write gid mappings: Operation not permitted: exit status 1' },
  { prints: ['Cannot write uid mappings: {errno}', 'Cannot write gid mappings: {errno}'], errnos: ['EINVAL'], symptom: 'id-map-write-invalid', seen: 'failed to pin namespaces [0xc0]: [pinns:e]: Cannot write gid mappings: Invalid argument: exit status 1' },
  { prints: ['Failed to setresuid: {errno}', 'Failed to setresgid: {errno}'], errnos: ['EINVAL', 'EPERM'], symptom: 'namespace-root-refused', seen: 'failed to pin namespaces [0xc0]: [pinns:e]: Failed to setresuid: Invalid argument: exit status 1' },
  { prints: ['Failed to configure sysctls after unshare: {errno}', 'Failed to configure sysctls after unshare'], symptom: 'sysctl-refused', seen: 'failed to pin namespaces [0xc0]: [pinns:e]: Failed to configure sysctls after unshare: Operation not permitted: exit status 1' },
  // server/sandbox_run_linux.go reads the map of the infra container, which has no process (PID 0) where it was dropped.
  { prints: ['open /proc/{pid}/uid_map: {errno}', 'open /proc/{pid}/gid_map: {errno}'], errnos: ['ENOENT'], symptom: 'namespace-path-not-found', seen: 'Error: reading ID mappings from "/proc/0/uid_map": open /proc/0/uid_map: no such file or directory' },
  { prints: ['not allowed to map UID range ({id}-{count}), below minimum mappable UID {uid}', 'not allowed to map GID range ({id}-{count}), below minimum mappable GID {gid}', 'cannot use uidmapping or gidmapping if not running as root and minimum mappable ID is not set'], symptom: 'host-root-mapping-refused', seen: 'not allowed to map UID range (0-65536), below minimum mappable UID 1000' },
  { prints: ['cannot use both keep-id and map-to-root'], symptom: 'config-member-refused', seen: 'cannot use both keep-id and map-to-root: "auto:keep-id=true;map-to-root=true"' },
]);
