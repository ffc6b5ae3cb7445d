import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asUser, podman, runcInit } from '../../testing/lines';
import { procMountMaskedByOuter } from './proc-mount-masked-by-outer';

const refusedProc = podman('mount `proc` to `proc`: Operation not permitted');
const bare = '25 30 0:22 / /proc rw,nosuid,nodev,noexec,relatime shared:12 - proc proc rw\n';
const mask = '812 809 0:56 /null /proc/kcore rw,nosuid - tmpfs tmpfs rw,size=65536k,mode=755\n';

describeCause(procMountMaskedByOuter, {
  proved: {
    'the outer /proc has a mask': { 'run.log': refusedProc, 'session.txt': asUser('cat /proc/self/mountinfo', bare + mask) },
    'the outer /sys is read-only': {
      'run.log': runcInit('error mounting "sysfs" to rootfs at "/sys": mount src=sysfs, dst=/sys, dstFd=/proc/thread-self/fd/8, flags=0xf: operation not permitted'),
      'session.txt': asUser('cat /proc/self/mountinfo', '26 30 0:21 / /sys ro,nosuid,nodev,noexec,relatime - sysfs sysfs ro\n'),
    },
  },
  refuted: {
    'nothing lies on /proc': { 'run.log': refusedProc, 'session.txt': asUser('cat /proc/self/mountinfo', bare) },
  },
  supported: {
    'the runtime runs in a pod': { 'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: build\nspec:\n  containers:\n  - name: build\n    image: registry.example/ci/buildkit:rootless\n', 'run.log': refusedProc },
    'runc speaks for itself below docker run': {
      'session.txt': asUser('docker run --rm --security-opt seccomp=unconfined builder', runcInit('error mounting "proc" to rootfs at "/proc": mount src=proc, dst=/proc, dstFd=/proc/thread-self/fd/8, flags=0xe: operation not permitted')),
    },
  },
  open: {
    'the line alone': { 'run.log': refusedProc },
    'a config alone': { 'config.json': bundleConfig() },
  },
});
