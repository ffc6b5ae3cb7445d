import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asUser, runc } from '../../testing/lines';
import { mappingToHostRoot } from './mapping-to-host-root';

const identity = [{ containerID: 0, hostID: 0, size: 4294967295 }];
const config = bundleConfig({ linux: { uidMappings: identity, gidMappings: identity } });

describeCause(mappingToHostRoot, {
  proved: {
    'the identity map': { 'config.json': config },
    'container ID 5 is host root': { 'config.json': bundleConfig({ linux: { uidMappings: [{ containerID: 5, hostID: 0, size: 1 }] } }) },
  },
  refuted: { 'an ordinary range': { 'config.json': bundleConfig() } },
  open: {
    'for an ordinary user, 0 is the root of an outer namespace': { 'config.json': config, 'session.txt': asUser('runc run web') },
    'no maps': { 'run.log': runc('args must not be empty') },
  },
});
