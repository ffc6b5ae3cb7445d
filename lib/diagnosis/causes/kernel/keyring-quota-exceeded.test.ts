import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runcInit } from '../../testing/lines';
import { keyringQuotaExceeded } from './keyring-quota-exceeded';

const refused = runcInit('unable to join session keyring: unable to create session key: disk quota exceeded');

describeCause(keyringQuotaExceeded, {
  proved: {
    'the line of runc alone': { 'run.log': refused },
    'the line of crun, with the limit': { 'run.log': podman('create keyring `web`: Disk quota exceeded'), 'sysctl.txt': asRoot('sysctl kernel.keys.maxkeys', 'kernel.keys.maxkeys = 200\n') },
  },
  refuted: { 'the quota is large': { 'run.log': podman('create keyring `web`: Operation not permitted'), 'sysctl.txt': asRoot('sysctl kernel.keys.maxkeys', 'kernel.keys.maxkeys = 1000000\n') } },
  open: { 'keyctl was refused for another reason': { 'run.log': podman('create keyring `web`: Operation not permitted') } },
});
