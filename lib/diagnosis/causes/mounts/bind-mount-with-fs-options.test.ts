import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { bindMountWithFsOptions } from './bind-mount-with-fs-options';

const bound = (...options: string[]) => bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/data', options }] });
const refused = runc('invalid mount &{Source:/srv/data}: bind mounts cannot have any filesystem-specific options applied');
const version = (text: string) => asRoot('runc --version', `runc version ${text}\n`);

describeCause(bindMountWithFsOptions, {
  proved: {
    'the line of runc alone': { 'run.log': refused },
    'config and a version that refuses it': { 'config.json': bound('rbind', 'mode=755'), 'versions.txt': version('1.3.0') },
  },
  refuted: {
    'runc 1.1 ignores them': { 'config.json': bound('rbind', 'mode=755'), 'versions.txt': version('1.1.5') },
    'only flags are given': { 'config.json': bound('rbind', 'ro'), 'run.log': runc('args must not be empty') },
  },
  open: { 'the config alone': { 'config.json': bound('rbind', 'mode=755') } },
});
