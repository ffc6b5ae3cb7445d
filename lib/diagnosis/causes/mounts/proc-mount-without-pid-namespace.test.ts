import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asUser, podman, runcInit } from '../../testing/lines';
import { procMountWithoutPidNamespace } from './proc-mount-without-pid-namespace';

const refusedProc = runcInit('error mounting "proc" to rootfs at "/proc": mount src=proc, dst=/proc, dstFd=/proc/thread-self/fd/8, flags=0xe: operation not permitted');
const namespaces = (...extra: object[]) => bundleConfig({ linux: { namespaces: [{ type: 'user' }, { type: 'mount' }, { type: 'network' }, ...extra] } });

describeCause(procMountWithoutPidNamespace, {
  proved: {
    'a proc mount, a user namespace, no pid namespace': { 'config.json': namespaces() },
    'the same with the refusal': { 'config.json': namespaces(), 'run.log': refusedProc },
    'the pid namespace is joined, and proc was refused': { 'config.json': namespaces({ type: 'pid', path: '/proc/1/ns/pid' }), 'run.log': refusedProc },
  },
  refuted: {
    'Bazel makes one for each step': { 'run.log': 'src/main/tools/linux-sandbox-pid1.cc:391: "mount": Operation not permitted\n' },
    'a new pid namespace is asked for': { 'config.json': bundleConfig(), 'run.log': refusedProc },
    'Podman binds /proc where the pid namespace is shared': { 'run.log': podman('mount `proc` to `proc`: Operation not permitted') },
    'LXC always makes one': { 'web.log': 'lxc-start web 20251101100000.120 ERROR    utils - ../src/lxc/utils.c:safe_mount:1312 - Operation not permitted - Failed to mount "proc" onto "/usr/lib/x86_64-linux-gnu/lxc/rootfs/proc"\n' },
  },
  supported: {
    'the command shares the processes of the host': { 'session.txt': asUser('nerdctl run --rm --pid=host alpine', 'FATA[0000] failed to create shim: OCI runtime create failed: container_linux.go:380: starting container process caused: process_linux.go:545: container init caused: rootfs_linux.go:76: mounting "proc" to rootfs at "/proc" caused: mount through procfd: operation not permitted: unknown\n') },
  },
  open: {
    'the line of crun alone': { 'run.log': 'mount `proc` to `proc`: Operation not permitted\n' },
    'a bind of /proc needs no pid namespace': {
      'config.json': bundleConfig({
        mounts: [{ destination: '/proc', type: 'bind', source: '/proc', options: ['rbind'] }],
        linux: { namespaces: [{ type: 'user' }, { type: 'mount' }] },
      }),
    },
  },
});
