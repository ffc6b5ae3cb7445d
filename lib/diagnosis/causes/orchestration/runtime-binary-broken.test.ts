import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { runtimeBinaryBroken } from './runtime-binary-broken';

describeCause(runtimeBinaryBroken, {
  proved: {
    'it left no log': { 'run.log': 'OCI runtime create failed: unable to retrieve OCI runtime error (open /run/containerd/io.containerd.runtime.v2.task/k8s.io/ab/log.json: no such file or directory): runc did not terminate successfully: exit status 127: unknown\n' },
    'a library is missing': { 'run.log': 'crun: error while loading shared libraries: libyajl.so.2: cannot open shared object file: No such file or directory\n' },
  },
  refuted: { 'it is there': { 'ls.txt': asRoot('ls -l /usr/sbin/runc', '-rwxr-xr-x 1 root root 13500000 Nov  1 10:00 /usr/sbin/runc\n') } },
  open: { 'it spoke': { 'run.log': runc('args must not be empty') } },
});
