import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { stdioNotReopenable } from './stdio-not-reopenable';

const refused = asRoot('runc run web > app.log 2>&1; cat app.log', "/bin/sh: can't create /dev/stdout: Permission denied\n");

describeCause(stdioNotReopenable, {
  proved: { 'a log file of the host, and a map': { 'config.json': bundleConfig(), 'session.txt': refused } },
  refuted: {
    'every ID is mapped': {
      'config.json': bundleConfig({ linux: { uidMappings: [{ containerID: 0, hostID: 0, size: 4294967295 }] } }),
      'session.txt': refused,
    },
  },
  supported: { 'the line alone': { 'run.log': 'nginx: [emerg] open() "/dev/stdout" failed (13: Permission denied)\n' } },
  open: { 'another refusal': { 'run.log': runc('unable to start container process: exec: "/app/run": permission denied') } },
});
