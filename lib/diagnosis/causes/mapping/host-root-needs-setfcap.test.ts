import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { hostRootNeedsSetfcap } from './host-root-needs-setfcap';

const root = [{ containerID: 0, hostID: 0, size: 65536 }];
const config = bundleConfig({ linux: { uidMappings: root, gidMappings: root } });
const denied = 'write to `uid_map`: Operation not permitted\n';
const uname = (version: string) => `Linux node1 ${version} #1 SMP x86_64 GNU/Linux\n`;

describeCause(hostRootNeedsSetfcap, {
  proved: {},
  refuted: {
    'before Linux 5.12 nobody asked for it': { 'config.json': config, 'run.log': denied, 'uname.txt': uname('5.10.0-28-amd64') },
    'the map holds no ID 0 of the outside': { 'config.json': bundleConfig(), 'run.log': denied },
  },
  supported: { 'the map holds 0, and could not be written': { 'config.json': config, 'run.log': denied, 'uname.txt': uname('6.1.0-18-amd64') } },
  open: { 'the line alone': { 'run.log': denied } },
});
