import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { runc, runcInit } from '../../testing/lines';
import { processUserUnmapped } from './process-user-unmapped';

const small = [{ containerID: 0, hostID: 100000, size: 1000 }];

describeCause(processUserUnmapped, {
  proved: {
    'the user lies behind the end of the map': { 'config.json': bundleConfig({ process: { user: { uid: 70000, gid: 0 } } }) },
    'an additional group alone': { 'config.json': bundleConfig({ process: { user: { uid: 0, gid: 0, additionalGids: [10, 70000] } } }) },
    'config and log': {
      'config.json': bundleConfig({ process: { user: { uid: 1000, gid: 1000 } }, linux: { uidMappings: small, gidMappings: small } }),
      'run.log': runcInit('unable to setup user: cannot setuid to unmapped uid 1000 in user namespace'),
    },
    'the words that mean nothing else': { 'run.log': runcInit('unable to setup user: cannot setuid to unmapped uid 1001 in user namespace') },
  },
  refuted: {
    'every ID of the user is mapped': { 'config.json': bundleConfig({ process: { user: { uid: 1000, gid: 1000, additionalGids: [10] } } }) },
  },
  supported: {
    'an invalid argument from setgroups, without the config': { 'run.log': runcInit('unable to setup user: setgroups: invalid argument') },
  },
  open: {
    'nothing of users or maps': { 'run.log': runc('args must not be empty') },
  },
});
