import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { usernsMappingsWithoutNamespace } from './userns-mappings-without-namespace';

const namespaces = ['pid', 'network', 'ipc', 'uts', 'mount', 'cgroup'].map((type) => ({ type }));
const without = bundleConfig({ linux: { namespaces } });

describeCause(usernsMappingsWithoutNamespace, {
  proved: {
    'maps, and no entry of type user': { 'config.json': without },
    'maps, an empty list of namespaces': { 'config.json': bundleConfig({ linux: { namespaces: [] } }) },
    'the line of runc alone': { 'run.log': runc("user namespace mappings specified, but user namespace isn't enabled in the config") },
    'crun starts all the same, and isolates nothing': {
      'config.json': without,
      'session.txt': asRoot('crun run web', 'uid=0(root) gid=0(root)\n'),
    },
  },
  refuted: {
    'a new user namespace is asked for': { 'config.json': bundleConfig() },
    'one is joined by its path': { 'config.json': bundleConfig({ linux: { namespaces: [{ type: 'user', path: '/proc/42/ns/user' }] } }) },
  },
  open: {
    'neither namespaces nor maps are known': { 'run.log': runc('args must not be empty') },
    'no maps are given either': { 'config.json': bundleConfig({ linux: { namespaces, uidMappings: undefined, gidMappings: undefined } }) },
  },
});
