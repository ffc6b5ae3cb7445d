import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { usernsNotInKernel } from './userns-not-in-kernel';

const invalid = 'level=fatal msg="nsexec-1[4241]: failed to unshare user namespace: Invalid argument"\n';

describeCause(usernsNotInKernel, {
  proved: {
    'runc says so': { 'run.log': runc("user namespaces aren't enabled in the kernel") },
    'the kernel does not know the flag': { 'run.log': invalid, 'uname.txt': 'Linux node1 4.19.112-android #1 SMP aarch64 GNU/Linux\n' },
    'bubblewrap says so': { 'run.log': 'bwrap: Creating new namespace failed, likely because the kernel does not support user namespaces.  bwrap must be installed setuid on such systems.\n' },
  },
  refuted: { 'the kernel counts them': { 'run.log': invalid, 'sysctl.txt': asRoot('sysctl user.max_user_namespaces', 'user.max_user_namespaces = 127000\n') } },
  supported: {
    'all namespaces asked for in one call: another may be the unknown one': { 'run.log': 'nsenter: failed to unshare namespaces: Invalid argument\n' },
    'a kernel that is not known': { 'run.log': invalid },
    'RHEL 7 says so of its limit as well': { 'run.log': invalid, 'uname.txt': 'Linux node1 3.10.0-1160.el7.x86_64 #1 SMP x86_64 GNU/Linux\n' },
    'CentOS 7.3 needs a boot argument': { 'run.log': runc("unable to start container process: can't get final child's PID from pipe: EOF"), 'uname.txt': 'Linux node1 3.10.0-514.el7.x86_64 #1 SMP x86_64 GNU/Linux\n' },
  },
  open: { 'refused, not unknown': { 'run.log': 'unshare: unshare failed: Operation not permitted\n' } },
});
