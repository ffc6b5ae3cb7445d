import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser } from '../../testing/lines';
import { newidmapNotPrivileged } from './newidmap-not-privileged';

const refused = asUser('runc run web', 'newuidmap: write to uid_map failed: Operation not permitted\n');
const listed = (mode: string) => asUser('ls -l /usr/bin/newuidmap', `${mode} 1 root root 39296 Nov  1 10:00 /usr/bin/newuidmap\n`);

describeCause(newidmapNotPrivileged, {
  proved: {
    'no setuid bit, and its write was refused': { 'session.txt': listed('-rwxr-xr-x') + refused },
    'the line of Podman alone': { 'run.log': 'Error: cannot set up namespace using "/usr/bin/newuidmap": should have setuid or have filecaps setuid: exit status 1\n' },
    '/usr is mounted nosuid': { 'session.txt': refused, 'mounts.txt': asRoot('mount', '/dev/sda2 on /usr type ext4 (ro,nosuid)\n') },
  },
  refuted: {
    'Fedora gives it a file capability in place of the bit': { 'session.txt': listed('-rwxr-xr-x') + asUser('getcap /usr/bin/newuidmap', '/usr/bin/newuidmap cap_setuid=ep\n') + refused },
    'it has its setuid bit': { 'session.txt': listed('-rwsr-xr-x') + refused },
    'root writes the map himself': { 'session.txt': asRoot('crun run web', 'write to `uid_map`: Operation not permitted\n') },
  },
  supported: {
    'rpm finds its capabilities changed': { 'session.txt': 'ERRO[0000] cannot setup namespace using newuidmap: exit status 1\n' + asUser('rpm -qV shadow-utils', '........P    /usr/bin/newgidmap\n........P    /usr/bin/newuidmap\n') },
    'it could not take on its capabilities': { 'run.log': 'newuidmap: Could not set caps\n' },
  },
  open: {
    'Podman then looks for its pause process': { 'run.log': refused + 'ERRO[0000] invalid internal status, try resetting the pause process with "podman system migrate": cannot set up namespace using "/usr/bin/newuidmap": exit status 1\n' },
    'a refused write alone': { 'run.log': refused },
    'config and log, and no listing': { 'config.json': bundleConfig(), 'session.txt': refused },
    'no setuid bit, and nothing of maps failed': { 'session.txt': listed('-rwxr-xr-x') + asUser('runc run web', 'runc run failed: args must not be empty\n') },
    '/srv is mounted nosuid, where the program is not': { 'session.txt': refused, 'mounts.txt': asRoot('mount', '/dev/sda2 on /srv type ext4 (rw,nosuid)\n') },
  },
});
