import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser } from '../../testing/lines';
import { cgroupV1Rootless } from './cgroup-v1-rootless';

const config = bundleConfig({ linux: { resources: { memory: { limit: 134217728 } } } });
const refused = asUser('runc run web', 'runc run failed: unable to start container process: error during container init: error setting cgroup config for procHooks process: cannot set memory limit: container could not join or create cgroup\n');
const mounts = (line: string) => asRoot('mount', `${line}\n`);

describeCause(cgroupV1Rootless, {
  proved: {
    'controllers of version 1, and a limit': { 'config.json': config, 'session.txt': refused, 'mounts.txt': mounts('cgroup on /sys/fs/cgroup/memory type cgroup (rw,memory)') },
    'words that runc has for version 1 alone': { 'config.json': config, 'session.txt': refused },
    'podman looks at the version': { 'run.log': 'Error: stats is not supported in rootless mode without cgroups v2\n' },
    'runc says so': { 'run.log': 'runc run failed: cannot use rootless systemd cgroups manager on cgroup v1\n' },
  },
  supported: {
    'a path of version 1, and nothing of the caller': { 'run.log': 'Error: container_linux.go:380: starting container process caused: process_linux.go:385: applying cgroup configuration for process caused: mkdir /sys/fs/cgroup/cpuset/web: permission denied\n' },
  },
  refuted: {
    'a tree that is read-only for everybody': { 'run.log': 'docker: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: process_linux.go:385: applying cgroup configuration for process caused: mkdir /sys/fs/cgroup/cpuset/docker: read-only file system: unknown.\n' },
    'a file of a controller that is not there': { 'run.log': 'docker: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: process_linux.go:385: applying cgroup configuration for process caused: open /sys/fs/cgroup/cpuset/docker/cpuset.cpus: no such file or directory: unknown.\n' },
    'the host uses version 2': { 'config.json': config, 'session.txt': refused, 'mounts.txt': mounts('cgroup2 on /sys/fs/cgroup type cgroup2 (rw,nosuid)') },
  },
  open: { 'nothing of the version': { 'config.json': config, 'session.txt': asUser('runc run web', 'runc run failed: rootless needs no limits + no cgrouppath when no permission is granted for cgroups: mkdir /sys/fs/cgroup/web: permission denied\n') } },
});
