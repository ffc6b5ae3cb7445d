import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { runcInit } from '../../testing/lines';
import { mountPropagationDenied } from './mount-propagation-denied';

const asking = (rootfsPropagation: string) => bundleConfig({ linux: { rootfsPropagation } });
const refused = runcInit('unable to apply root propagation flags: operation not permitted');

describeCause(mountPropagationDenied, {
  proved: {
    'config and log': { 'config.json': asking('shared'), 'run.log': refused },
  },
  supported: {
    'the line of runc alone: the runtime may have no right to mount at all': { 'run.log': refused },
  },
  refuted: { 'a slave is what a user namespace has': { 'config.json': asking('rslave') } },
  open: { 'shared is asked for, and nothing was refused': { 'config.json': asking('shared') } },
});
