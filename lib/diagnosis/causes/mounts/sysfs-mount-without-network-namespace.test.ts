import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runcInit } from '../../testing/lines';
import { sysfsMountWithoutNetworkNamespace } from './sysfs-mount-without-network-namespace';

const refusedSys = runcInit('error mounting "sysfs" to rootfs at "/sys": mount src=sysfs, dst=/sys, dstFd=/proc/thread-self/fd/8, flags=0xf: operation not permitted');
const namespaces = (...extra: object[]) => bundleConfig({ linux: { namespaces: [{ type: 'user' }, { type: 'mount' }, { type: 'pid' }, ...extra] } });

describeCause(sysfsMountWithoutNetworkNamespace, {
  proved: {
    'a sysfs mount, a user namespace, no network namespace': { 'config.json': namespaces(), 'run.log': refusedSys },
    'the network namespace is joined, and sysfs was refused': { 'config.json': namespaces({ type: 'network', path: '/run/netns/web' }), 'run.log': refusedSys },
  },
  refuted: {
    'a new network namespace is asked for': { 'config.json': bundleConfig(), 'run.log': refusedSys },
    'crun binds /sys where the mount is read-only': { 'config.json': namespaces(), 'session.txt': asRoot('crun run web') },
  },
  open: { 'the line of crun alone': { 'run.log': podman('mount `sysfs` to `sys`: Operation not permitted') } },
});
