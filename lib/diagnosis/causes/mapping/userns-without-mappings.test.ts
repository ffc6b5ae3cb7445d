import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { usernsWithoutMappings } from './userns-without-mappings';

const without = bundleConfig({ linux: { uidMappings: undefined, gidMappings: undefined } });

describeCause(usernsWithoutMappings, {
  proved: {
    'a new namespace, and no map': { 'config.json': without },
    'only the uid map is given': { 'config.json': bundleConfig({ linux: { gidMappings: [] } }) },
    'the line of runc alone': { 'run.log': runc('user namespaces enabled, but no uid mappings found') },
  },
  refuted: {
    'both maps are given': { 'config.json': bundleConfig() },
  },
  open: {
    'crun makes a map of its own, and nothing failed': { 'config.json': without, 'session.txt': asRoot('crun run web') },
    'the namespace is joined, so its maps are used': {
      'config.json': bundleConfig({ linux: { uidMappings: undefined, gidMappings: undefined, namespaces: [{ type: 'user', path: '/proc/42/ns/user' }] } }),
    },
    'no config': { 'run.log': runc('args must not be empty') },
  },
});
