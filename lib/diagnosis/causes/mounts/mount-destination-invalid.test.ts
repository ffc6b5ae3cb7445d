import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc, runcInit } from '../../testing/lines';
import { mountDestinationInvalid } from './mount-destination-invalid';

const mounted = (destination: string) => bundleConfig({ mounts: [{ destination, type: 'tmpfs', source: 'tmpfs' }] });

describeCause(mountDestinationInvalid, {
  proved: {
    'the root itself': { 'config.json': mounted('/') },
    'a place in /proc, with runc': { 'config.json': mounted('/proc/scsi'), 'session.txt': asRoot('runc run web') },
    'a mount on the top, and an init that finds no /proc': { 'config.json': mounted('/'), 'run.log': runc('unable to start container process: error closing exec fds: open /proc/self/fd: no such file or directory') },
    'the line of runc alone': { 'run.log': runcInit('error mounting "tmpfs" to rootfs at "/proc/x": "/srv/web/rootfs/proc/x" cannot be mounted because it is inside /proc') },
  },
  refuted: {
    'every destination is fine': { 'config.json': bundleConfig() },
    'an init that finds no /proc, and no mount that covers it': { 'config.json': bundleConfig(), 'run.log': runc('unable to start container process: error closing exec fds: open /proc/self/fd: no such file or directory') },
    'lxcfs covers what may be covered': { 'config.json': bundleConfig({ mounts: [{ destination: '/proc/meminfo', type: 'bind', source: '/var/lib/lxcfs/proc/meminfo', options: ['bind'] }] }) },
  },
  open: { 'a relative one is taken with a warning': { 'config.json': mounted('data') } },
});
