import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runc } from '../../testing/lines';
import { runtimeTooOldForSpec } from './runtime-too-old-for-spec';

const version = (text: string) => asRoot('crun --version', `crun version ${text}\n`);

describeCause(runtimeTooOldForSpec, {
  proved: {
    'the line of crun alone': { 'run.log': podman('unknown version specified') },
    'config and version': { 'config.json': bundleConfig({ ociVersion: '1.2.0' }), 'versions.txt': version('1.14.1') },
  },
  refuted: { 'crun 1.14.3 does not check': { 'config.json': bundleConfig({ ociVersion: '1.2.0' }), 'versions.txt': version('1.14.3') } },
  open: { 'another failure': { 'run.log': runc('args must not be empty') } },
});
