import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runcInit } from '../../testing/lines';
import { seccompBlocksNamespaces } from './seccomp-blocks-namespaces';

const status = (mode: number) => asRoot('cat /proc/self/status', `CapEff:\t00000000a80425fb\nNoNewPrivs:\t0\nSeccomp:\t${mode}\nSeccomp_filters:\t1\n`);
const keyctl = runcInit('unable to join session keyring: unable to create session key: operation not permitted');

describeCause(seccompBlocksNamespaces, {
  proved: {
    'a filter is in force, and keyctl was refused': { 'run.log': keyctl, 'status.txt': status(2) },
    'the audit log names the call': {
      'run.log': 'unshare: unshare failed: Operation not permitted\n',
      'dmesg.txt': 'audit: type=1326 audit(1723479095.678:170): auid=1000 uid=0 gid=0 ses=1 pid=271 comm="unshare" exe="/usr/bin/unshare" sig=0 arch=c000003e syscall=272 compat=0 ip=0x7f code=0x50000\n',
    },
  },
  refuted: {
    'no filter is in force': { 'run.log': keyctl, 'status.txt': status(0) },
    'the outer container was started without one': { 'session.txt': asRoot('docker run --security-opt seccomp=unconfined -it registry.example/ci/buildah:1', 'Error during unshare(CLONE_NEWUSER): Operation not permitted\n') },
  },
  supported: {
    'the runtime runs in a job of GitLab': { 'job.log': 'Using Docker executor with image registry.example/ci/buildah:1 ...\nError during unshare(CLONE_NEWUSER): Operation not permitted\n' },
    'Podman found no switch off': { 'run.log': 'cannot clone: Operation not permitted\nError: cannot re-exec process\n' },
    'a call that the kernel has is answered as unknown': { 'run.log': podman('mount_setattr `/data`: Function not implemented'), 'uname.txt': 'Linux node1 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\n' },
    'keyctl is refused by nothing else': { 'run.log': keyctl },
  },
  open: { 'a refused namespace has commoner causes': { 'run.log': podman('unshare user namespace: Operation not permitted') } },
});
