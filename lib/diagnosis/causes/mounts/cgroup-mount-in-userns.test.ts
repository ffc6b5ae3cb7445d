import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runc } from '../../testing/lines';
import { cgroupMountInUserns } from './cgroup-mount-in-userns';

const cgroup = { destination: '/sys/fs/cgroup', type: 'cgroup', source: 'cgroup', options: ['nosuid', 'ro'] };
const without = bundleConfig({ mounts: [cgroup], linux: { namespaces: [{ type: 'user' }, { type: 'mount' }, { type: 'pid' }] } });
const refused = runc('unable to start container process: error during container init: error mounting "cgroup" to rootfs at "/sys/fs/cgroup": mount src=cgroup, dst=/sys/fs/cgroup, dstFd=/proc/thread-self/fd/8, flags=0xf: operation not permitted');

describeCause(cgroupMountInUserns, {
  proved: {
    'no cgroup namespace: config and log': { 'config.json': without, 'run.log': refused },
    'mapped root may not search the directory': { 'run.log': podman('mount `cgroup2` to `sys/fs/cgroup`: Permission denied') },
  },
  refuted: {
    'a new cgroup namespace on cgroup version 2': {
      'config.json': bundleConfig({ mounts: [cgroup] }),
      'run.log': refused,
      'mounts.txt': asRoot('mount', 'cgroup2 on /sys/fs/cgroup type cgroup2 (rw,nosuid,nodev,noexec,relatime)\n'),
    },
  },
  supported: { 'the line alone': { 'run.log': refused } },
  open: { 'the config alone: runtimes bind the tree of the host where they are refused': { 'config.json': without } },
});
