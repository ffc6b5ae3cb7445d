import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { podman, runc } from '../../testing/lines';
import { processTerminalMisconfigured } from './process-terminal-misconfigured';

const config = bundleConfig({ process: { terminal: true } });
const refused = runc('cannot allocate tty if runc will detach without setting console socket');

describeCause(processTerminalMisconfigured, {
  proved: {
    'detached without a socket: config and log': { 'config.json': config, 'run.log': refused },
    'no terminal to inherit, the line of crun': { 'run.log': podman('tcgetattr: Inappropriate ioctl for device') },
    'no terminal to inherit, the line of runc': { 'run.log': runc('open /dev/tty: no such device or address') },
  },
  refuted: { 'none is asked for': { 'config.json': bundleConfig(), 'run.log': refused } },
  open: { 'a terminal is asked for, and nothing failed': { 'config.json': config } },
});
