import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { maxUserNamespacesReached } from './max-user-namespaces-reached';

const limit = (value: number) => asRoot('sysctl user.max_user_namespaces', `user.max_user_namespaces = ${value}\n`);

describeCause(maxUserNamespacesReached, {
  proved: {
    'no space left, from a namespace and not from a disk': { 'run.log': 'level=fatal msg="nsexec-1[4241]: failed to unshare user namespace: No space left on device"\n' },
    'the limit is 0': { 'sysctl.txt': limit(0) },
    'the words of unshare(1)': { 'run.log': 'unshare: unshare failed: No space left on device\n' },
  },
  refuted: {
    'refused with another answer': { 'run.log': 'level=fatal msg="nsexec-1[4241]: failed to unshare user namespace: Operation not permitted"\n' },
    'the limit is far': { 'sysctl.txt': limit(127000), 'run.log': 'level=fatal msg="nsexec-1[4241]: failed to unshare user namespace: Operation not permitted"\n' },
  },
  supported: {
    'a sandbox that prints no errno, on CentOS 7': { 'run.log': '[42:42:0301/100000.123456:FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox!\n', 'os.txt': 'PRETTY_NAME="CentOS Linux 7 (Core)"\n' },
    'RHEL 7 ships the limit 0': { 'run.log': 'cannot clone: Invalid argument\n', 'uname.txt': 'Linux node1 3.10.0-1160.el7.x86_64 #1 SMP x86_64 GNU/Linux\n' },
  },
  open: {
    'the disk is full': { 'run.log': runc('write /run/runc/web/state.json: no space left on device') },
  },
});
