import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { callerInChroot } from './caller-in-chroot';

const refused = 'unshare: unshare failed: Operation not permitted\n';

describeCause(callerInChroot, {
  proved: { 'a chroot was entered, and the namespace refused': { 'session.txt': asRoot('chroot /mnt/build /bin/bash') + asRoot('unshare -U true', refused) } },
  refuted: { 'systemd says that it is no chroot': { 'session.txt': asRoot('systemd-detect-virt --chroot; echo $?', '1\n') + asRoot('unshare -U true', refused) } },
  open: {
    'a refusal alone has commoner causes': { 'run.log': refused },
    'a chroot, and another failure': { 'session.txt': asRoot('chroot /mnt/build /bin/bash') + asRoot('runc run web', runc('args must not be empty')) },
  },
});
