import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { runc } from '../../testing/lines';
import { usernsPathWithMappings } from './userns-path-with-mappings';

const joined = bundleConfig({ linux: { namespaces: [{ type: 'user', path: '/proc/42/ns/user' }, { type: 'pid' }, { type: 'mount' }] } });
const refusedBoth = runc('user namespaces enabled, but both namespace path and non-matching mapping specified -- you may only provide one');

describeCause(usernsPathWithMappings, {
  proved: {
    'config and log': { 'config.json': joined, 'run.log': refusedBoth },
    'the line of runc alone': { 'run.log': refusedBoth },
  },
  refuted: { 'a new namespace with mappings': { 'config.json': bundleConfig() } },
  supported: { 'the config alone: equal mappings are taken': { 'config.json': joined } },
  open: {
    'a joined namespace without mappings': {
      'config.json': bundleConfig({ linux: { uidMappings: [], gidMappings: [], namespaces: [{ type: 'user', path: '/proc/42/ns/user' }] } }),
    },
  },
});
