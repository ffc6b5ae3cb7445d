import { rowsBy } from './message';

/** Buildah's isolation `chroot` (chroot/run_common.go, run_linux.go), which takes the place of an OCI runtime. */
export const buildah = rowsBy('buildah', [
  { prints: ['setting {quoted} limit to {any}: {errno}', 'error setting process resource limits for process: {any}: {errno}'], errnos: ['EPERM', 'EINVAL'], symptom: 'rlimit-refused', seen: 'error setting process resource limits for process: setting "RLIMIT_NOFILE" limit to soft=1048576,hard=1048576 (was soft=1024,hard=524288): operation not permitted' },
  { prints: ['error setting capabilities for process: {any}: {errno}'], errnos: ['EPERM'], symptom: 'capabilities-refused', seen: 'error setting capabilities for process: setting capabilities: operation not permitted' },
  { prints: ['bind mounting {path} from host into mount namespace: {errno}', 'bind mounting {path} from host to {path} in mount namespace {any}: {errno}', 'tweaking mount flags on host root directory before unmounting from mount namespace: {errno}', 'making mounts private to mount namespace for {any}: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'child-mount-refused', seen: 'bind mounting /sys from host into mount namespace: operation not permitted' },
  { prints: ['error setting apparmor profile for process: {any}', 'setting apparmor profile to {quoted}: {any}'], symptom: 'apparmor-profile-refused', seen: 'error setting apparmor profile for process: setting apparmor profile to "containers-default-0.57.0": no such file or directory' },
  { prints: ['error setting SELinux label for process: write /proc/{any}/attr/exec: {errno}', 'error setting SELinux label for process: {any}'], symptom: 'selinux-refused', seen: 'error setting SELinux label for process: write /proc/self/attr/exec: invalid argument' },
]);
