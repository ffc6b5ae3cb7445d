import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runcInit } from '../../testing/lines';
import { deviceNodeDenied } from './device-node-denied';

const config = bundleConfig({ linux: { devices: [{ path: '/dev/ttyUSB0', type: 'c', major: 188, minor: 0 }] } });
const gone = runcInit('error creating device nodes: mount /dev/ttyUSB0:/dev/ttyUSB0 (via /proc/self/fd/8), flags: 0x1000: no such file or directory');

describeCause(deviceNodeDenied, {
  proved: {
    'the host lacks it: config and log': { 'config.json': config, 'run.log': gone },
    'mknod is refused: the line of crun': { 'run.log': podman('mknodat `/dev/fuse`: Operation not permitted') },
    'the host says so': { 'config.json': config, 'ls.txt': asRoot('ls -l /dev/ttyUSB0', "ls: cannot access '/dev/ttyUSB0': No such file or directory\n") },
  },
  refuted: { 'the node is there': { 'config.json': config, 'run.log': gone, 'ls.txt': asRoot('ls -l /dev/ttyUSB0', 'crw-rw---- 1 root dialout 188, 0 Nov  1 10:00 /dev/ttyUSB0\n') } },
  supported: { 'a layer holds a file that only mknod makes': { 'run.log': 'Error: Error processing tar file(exit status 1): operation not permitted\n' } },
  open: { 'a device is asked for, and nothing failed': { 'config.json': config } },
});
