import { describeCause } from '../../testing/describe-cause';
import { asRoot } from '../../testing/lines';
import { nestedContainerNeedsPrivilege } from './nested-container-needs-privilege';

const refused = 'unshare: unshare failed: Operation not permitted\n';

describeCause(nestedContainerNeedsPrivilege, {
  proved: { 'the API server says what is missing': { 'events.txt': 'spec.containers[0].securityContext.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`\n' } },
  refuted: { 'no filter is in force': { 'run.log': refused, 'status.txt': asRoot('cat /proc/self/status', 'Seccomp:\t0\n') } },
  supported: {
    'fuse-overlayfs finds no /dev/fuse': { 'run.log': 'Error: mounting storage for container 5f2a: using mount program /usr/bin/fuse-overlayfs: fuse: device not found, try \'modprobe fuse\' first\nfuse-overlayfs: cannot mount: No such file or directory\n' },
    'the cgroups are read-only': { 'run.log': 'docker: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: process_linux.go:385: applying cgroup configuration for process caused: mkdir /sys/fs/cgroup/cpuset/docker: read-only file system: unknown.\n' },
    'newuidmap has its capability and is refused all the same': { 'run.log': 'level=warning msg="Error running newuidmap: exit status 1: newuidmap: write to uid_map failed: Operation not permitted"\n', 'caps.txt': '/usr/bin/newuidmap cap_setuid=ep\n' },
    'RootlessKit speaks in the log of a pod': { 'session.txt': asRoot('kubectl logs build-0', '[rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: operation not permitted\n') },
    'a step of a Dockerfile': { 'build.log': '#8 [4/9] RUN install-rootless.sh\n#8 12.31 [rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: operation not permitted\n' },
    'the errno is that of a profile around it': { 'run.log': '[rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: permission denied\n' },
    'the runtime is started by docker run': { 'session.txt': asRoot('docker run -it --rm quay.example/podman/stable podman ps', 'cannot clone: Operation not permitted\n') },
  },
  open: { 'the refusal alone': { 'run.log': refused } },
});
