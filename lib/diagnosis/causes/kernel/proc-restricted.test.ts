import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman } from '../../testing/lines';
import { procRestricted } from './proc-restricted';

const hidden = 'newuidmap: Could not open proc directory for target 4242\n';
const mounted = (options: string) => asRoot('mount', `proc on /proc type proc (${options})\n`);

describeCause(procRestricted, {
  proved: {
    'newuidmap does not see the runtime': { 'run.log': hidden, 'mounts.txt': mounted('rw,nosuid,hidepid=2') },
    'systemd does not see its caller': { 'session.txt': asRoot('mount -o remount,hidepid=1 /proc') + podman('sd-bus call: No route to host') },
    'the map of a process that is not seen': { 'run.log': 'Error: reading ID mappings from "/proc/4242/uid_map": open /proc/4242/uid_map: no such file or directory\n', 'mounts.txt': mounted('rw,nosuid,hidepid=2') },
  },
  refuted: { '/proc is open': { 'run.log': hidden, 'mounts.txt': mounted('rw,nosuid,nodev,noexec,relatime') } },
  supported: { 'the line alone': { 'run.log': hidden } },
  open: { 'no session of systemd has commoner causes': { 'run.log': podman('sd-bus call: No route to host') } },
});
