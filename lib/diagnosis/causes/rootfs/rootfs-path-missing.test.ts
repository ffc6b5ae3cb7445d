import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc, runcInit } from '../../testing/lines';
import { rootfsPathMissing } from './rootfs-path-missing';

const gone = runc('invalid rootfs: stat /srv/web/rootfs: no such file or directory');

describeCause(rootfsPathMissing, {
  proved: {
    'no root at all': { 'config.json': bundleConfig({ root: undefined }) },
    'root without a path': { 'config.json': bundleConfig({ root: { path: undefined, readonly: true } }) },
    'an empty path': { 'config.json': bundleConfig({ root: { path: '' } }) },
    'the listing of the bundle shows no such directory': {
      'config.json': bundleConfig({ root: { path: '/srv/web/rootfs' } }),
      'session.txt': asRoot('ls -la /srv/web', 'total 12\ndrwxr-xr-x 3 root root 4096 Nov  1 10:00 .\ndrwxr-xr-x 4 root root 4096 Nov  1 10:00 ..\n-rw-r--r-- 1 root root 2873 Nov  1 10:00 config.json\ndrwxr-xr-x 2 root root 4096 Nov  1 10:00 rootfs-v2\n'),
    },
    'the line of runc alone': { 'run.log': gone },
  },
  refuted: {
    'the directory is there': {
      'config.json': bundleConfig({ root: { path: '/srv/web/rootfs' } }),
      'session.txt': asRoot('stat /srv/web/rootfs', '  File: /srv/web/rootfs\n  Size: 4096\tBlocks: 8\tIO Block: 4096\tdirectory\nDevice: 801h/2049d\tInode: 42\tLinks: 18\nAccess: (0755/drwxr-xr-x)  Uid: (65536/ UNKNOWN)   Gid: (65536/ UNKNOWN)\n'),
    },
  },
  open: {
    'a refusal is no absence': { 'run.log': runcInit('error mounting "proc" to rootfs at "/proc": mkdir /srv/web/rootfs/proc: permission denied') },
    'a config, and nothing of the host': { 'config.json': bundleConfig() },
  },
});
