import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser, runc } from '../../testing/lines';
import { privilegedPortRootless } from './privileged-port-rootless';

const refused = asUser('crun run web', 'nc: bind: Permission denied\n');
const limit = (value: number) => asRoot('sysctl net.ipv4.ip_unprivileged_port_start', `net.ipv4.ip_unprivileged_port_start = ${value}\n`);

describeCause(privilegedPortRootless, {
  proved: {
    'Podman says so': { 'run.log': 'Error: rootlessport cannot expose privileged port 80, you can add net.ipv4.ip_unprivileged_port_start=80 to /etc/sysctl.conf (currently 1024), or choose a larger port number (>= 1024): listen tcp 0.0.0.0:80: bind: permission denied\n' },
    'a listener was refused, and low ports need a capability': { 'session.txt': refused + limit(1024) },
  },
  refuted: {
    'the port lies above the border': { 'run.log': 'listen tcp 0.0.0.0:80: bind: permission denied\n', 'sysctl.txt': limit(80) },
    'root may listen anywhere': { 'session.txt': asRoot('runc run web', 'nc: bind: Permission denied\n') },
  },
  supported: { 'the line names a low port': { 'run.log': 'listen tcp 0.0.0.0:80: bind: permission denied\n' } },
  open: { 'another failure': { 'run.log': runc('args must not be empty') } },
});
