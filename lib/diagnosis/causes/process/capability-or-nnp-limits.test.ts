import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runcInit } from '../../testing/lines';
import { capabilityOrNnpLimits } from './capability-or-nnp-limits';

const sets = (...names: string[]) => bundleConfig({ process: { capabilities: { bounding: names, effective: names, permitted: names } } });
const refused = asRoot('runc run web', "su: can't set groups: Operation not permitted\n");

describeCause(capabilityOrNnpLimits, {
  proved: {
    'su needs CAP_SETGID, which the bounding set lacks': { 'config.json': sets('CAP_CHOWN'), 'session.txt': refused },
    'chown needs CAP_CHOWN': { 'config.json': sets('CAP_SETUID'), 'session.txt': asRoot('runc run web', 'chown: /tmp/x: Operation not permitted\n') },
    'sudo needs its setuid bit': {
      'config.json': bundleConfig(),
      'run.log': 'sudo: The "no new privileges" flag is set, which prevents sudo from running as root.\n',
    },
  },
  refuted: { 'the bounding set holds what su needs': { 'config.json': sets('CAP_SETUID', 'CAP_SETGID'), 'session.txt': refused } },
  supported: { 'the line alone': { 'run.log': 'ping: socket: Operation not permitted\n' } },
  open: {
    'chown has its capability, so the owner is not mapped': { 'config.json': sets('CAP_CHOWN'), 'session.txt': asRoot('runc run web', 'chown: /tmp/x: Operation not permitted\n') },
    'the runtime was refused, for another reason perhaps': { 'run.log': runcInit('unable to apply caps: capset: operation not permitted') },
  },
});
