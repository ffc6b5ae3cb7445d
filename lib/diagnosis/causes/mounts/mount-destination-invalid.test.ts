import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runcInit } from '../../testing/lines';
import { mountDestinationInvalid } from './mount-destination-invalid';

const mounted = (destination: string) => bundleConfig({ mounts: [{ destination, type: 'tmpfs', source: 'tmpfs' }] });

describeCause(mountDestinationInvalid, {
  proved: {
    'the root itself': { 'config.json': mounted('/') },
    'a place in /proc, with runc': { 'config.json': mounted('/proc/scsi'), 'session.txt': asRoot('runc run web') },
    'the line of runc alone': { 'run.log': runcInit('error mounting "tmpfs" to rootfs at "/proc/x": "/srv/web/rootfs/proc/x" cannot be mounted because it is inside /proc') },
  },
  refuted: {
    'every destination is fine': { 'config.json': bundleConfig() },
    'lxcfs covers what may be covered': { 'config.json': bundleConfig({ mounts: [{ destination: '/proc/meminfo', type: 'bind', source: '/var/lib/lxcfs/proc/meminfo', options: ['bind'] }] }) },
  },
  open: { 'a relative one is taken with a warning': { 'config.json': mounted('data') } },
});
