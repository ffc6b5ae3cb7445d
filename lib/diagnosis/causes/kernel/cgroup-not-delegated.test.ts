import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser, podman } from '../../testing/lines';
import { cgroupNotDelegated } from './cgroup-not-delegated';

const config = bundleConfig({ linux: { cgroupsPath: '/user/app/web' } });
const refused = asUser('crun run web', 'create `/sys/fs/cgroup/user`: Permission denied\n');

describeCause(cgroupNotDelegated, {
  proved: {
    'a path in the root of the tree: config and log': { 'config.json': config, 'session.txt': refused },
    'a controller that was not delegated': { 'run.log': podman('the requested cgroup controller `cpu` is not available') },
  },
  refuted: {
    'the tree is read-only, for root too': { 'session.txt': asRoot('runc run web', 'unable to apply cgroup configuration: mkdir /sys/fs/cgroup/web: read-only file system\n'), 'mountinfo.txt': asRoot('cat /proc/self/mountinfo', '31 24 0:27 / /sys/fs/cgroup ro,nosuid,nodev,noexec - cgroup2 cgroup2 rw\n') },
    'version 1 cannot be delegated': { 'session.txt': refused, 'mounts.txt': asRoot('mount', 'cgroup on /sys/fs/cgroup/memory type cgroup (rw,memory)\n') },
  },
  supported: { 'no session answers': { 'run.log': podman('sd-bus call: No route to host') } },
  open: { 'a path is asked for, and nothing failed': { 'config.json': config } },
});
