import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser } from '../../testing/lines';
import { unprivilegedUsernsDisabled } from './unprivileged-userns-disabled';

const refusedUnshare = 'unshare: unshare failed: Operation not permitted\n';
const setting = (value: string) => asUser('sysctl kernel.unprivileged_userns_clone', `kernel.unprivileged_userns_clone = ${value}\n`);

describeCause(unprivilegedUsernsDisabled, {
  proved: {
    'RootlessKit says so': { 'run.log': '[rootlesskit:parent] error: /proc/sys/kernel/unprivileged_userns_clone needs to be set to 1.\n' },
    'RootlessKit says so before its child is refused': {
      'run.log': 'time="2026-03-01T10:00:00Z" level=warning msg="/proc/sys/kernel/unprivileged_userns_clone needs to be set to 1."\n[rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: operation not permitted\n',
    },
    'the setting is 0, and unshare was refused': { 'sysctl.txt': setting('0'), 'run.log': refusedUnshare },
  },
  refuted: {
    'Podman reads the switch after the refusal, and names it not': { 'run.log': 'cannot clone: Operation not permitted\nError: cannot re-exec process\n' },
    'the switch has another errno': { 'run.log': 'cannot clone: Permission denied\n' },
    'the setting is 1': { 'sysctl.txt': setting('1'), 'run.log': refusedUnshare },
    'this kernel has no such setting': {
      'sysctl.txt': asUser('sysctl kernel.unprivileged_userns_clone', 'sysctl: cannot stat /proc/sys/kernel/unprivileged_userns_clone: No such file or directory\n'),
      'run.log': refusedUnshare,
    },
    'the answer is that of a security module': { 'run.log': '[rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: permission denied\n' },
    'root started it': { 'session.txt': asRoot('runc run web', 'level=fatal msg="nsexec-1[4241]: failed to unshare user namespace: Operation not permitted"\n') },
  },
  open: { 'the refusal alone': { 'run.log': refusedUnshare } },
});
