import { rowsBy } from './message';

/** What crun says of cgroups, kernel settings, keys and security modules. */
export const crunIsolation = rowsBy('crun', [
  { prints: ['the sysctl {quoted} is not namespaced', 'the sysctl {quoted} requires a new {any} namespace', 'write to /proc/sys/{any}: {errno}', 'open /proc/sys/{any}: {errno}', 'writing file /proc/sys/{any}: {errno}'], symptom: 'sysctl-refused', seen: 'the sysctl `net.ipv4.ip_forward` requires a new network namespace' },
  { prints: ['join keyctl {quoted}: {errno}', 'create keyring {quoted}: {errno}'], errnos: ['EDQUOT'], symptom: 'keyring-quota-reached', seen: 'join keyctl `web`: Disk quota exceeded' },
  { prints: ['join keyctl {quoted}: {errno}', 'create keyring {quoted}: {errno}'], errnos: ['EPERM', 'EACCES', 'ENOSYS'], symptom: 'keyring-refused', seen: 'create keyring `web`: Operation not permitted' },
  { prints: ['write to file /proc/self/attr/apparmor/exec: {errno}', 'write to file /proc/{any}/attr/exec: {errno}', 'write file /proc/thread-self/attr/apparmor/exec: {errno}', 'writing file /proc/self/attr/apparmor/exec: {errno}', 'unable to assign security attribute', 'write to /proc/self/attr/exec: {errno}'], symptom: 'apparmor-profile-refused', seen: 'write to file `/proc/self/attr/apparmor/exec`: No such file or directory' },
  { prints: ['SELinux is not initialized correctly', 'write to file /proc/self/attr/keycreate: {errno}', 'write to /proc/self/attr/keycreate: {errno}'], symptom: 'selinux-refused', seen: 'SELinux is not initialized correctly' },
  { prints: ['error opening file /proc/self/uid_map: {errno}', 'opening file /proc/self/setgroups: {errno}', 'open /proc/self/uid_map: {errno}'], errnos: ['ENOENT'], symptom: 'userns-unknown-to-kernel', seen: 'error opening file `/proc/self/uid_map`: No such file or directory' },
  // Up to 0.12 the root of the host was opened for reading.
  { prints: ['open /: {errno}'], errnos: ['EACCES'], symptom: 'rootfs-unreachable', seen: "Error: open '/': Permission denied: OCI runtime permission denied error" },
  // utils.c, copy_recursive_fd_to_fd: what a tmpfs is filled with keeps its owners.
  { prints: ['fchownat {path}: {errno}'], errnos: ['EINVAL'], symptom: 'image-ids-not-mapped', seen: 'fchownat `apt/archive.log`: Invalid argument' },
  { prints: ['pivot_root: {errno}', 'pivot_root to {path}: {errno}'], errnos: ['EPERM', 'EINVAL', 'ENOSYS', 'EBUSY'], symptom: 'pivot-root-refused', seen: 'pivot_root: Operation not permitted' },
  { prints: ['creating cgroup directory {path}: {errno}', 'create {path}cgroup{path}: {errno}', 'create /sys/fs/cgroup/{path}: {errno}', 'mkdir /sys/fs/cgroup/{path}: {errno}', 'the requested cgroup controller {quoted} is not available', 'controller {quoted} is not available under {path}', 'could not join cgroup: {errno}', 'could not join cgroup', 'open /sys/fs/cgroup/{path}: {errno}', 'write to /sys/fs/cgroup/{path}: {errno}', 'write to cgroup.procs: {errno}', 'cannot open /sys/fs/cgroup/{path}: {errno}'], symptom: 'cgroup-refused', seen: 'create `/sys/fs/cgroup/user`: Permission denied' },
  { prints: ['cannot set limits without cgroups'], symptom: 'cgroup-limits-refused', seen: 'cannot set limits without cgroups' },
  { prints: ['sd-bus call: {any}', 'cannot open sd-bus: {errno}', 'cannot open sd-bus'], symptom: 'user-session-missing', seen: 'sd-bus call: No route to host' },
]);
