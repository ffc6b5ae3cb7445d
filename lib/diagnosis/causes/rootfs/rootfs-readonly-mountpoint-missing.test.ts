import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runc, runcInit } from '../../testing/lines';
import { rootfsReadonlyMountpointMissing } from './rootfs-readonly-mountpoint-missing';

const below = runcInit('error mounting "tmpfs" to rootfs at "/data/tmp": create mountpoint for /data/tmp mount: mkdir /mycontainer/rootfs/data/tmp: permission denied');
const bind = { destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'] };
const tmpfs = { destination: '/data/tmp', type: 'tmpfs', source: 'tmpfs' };

describeCause(rootfsReadonlyMountpointMissing, {
  proved: {
    'the filesystem is read-only, in the words of runc': {
      'run.log': runcInit('error mounting "/srv/in" to rootfs at "/in": create mountpoint for /in mount: mkdirat /mycontainer/rootfs/in: read-only file system'),
    },
  },
  refuted: {
    'no bind mount covers it, and nothing says read-only': {
      'config.json': bundleConfig(),
      'run.log': runcInit('error mounting "proc" to rootfs at "/proc": mkdir /mycontainer/rootfs/proc: permission denied'),
    },
  },
  supported: {
    'Podman owns the rootfs, so a mount of the host covers the path': { 'run.log': 'Error: unable to start container "9439": crun: mkdir `001`: Permission denied: OCI permission denied\n' },
    'a mount below a bind mount of the host': { 'config.json': bundleConfig({ mounts: [bind, tmpfs] }), 'run.log': below },
  },
  open: {
    'the log alone does not say what covers the path': { 'run.log': below },
    'another failure': { 'run.log': runc('args must not be empty') },
  },
});

test('every mount point that the listing lacks is made', () => {
  const config = bundleConfig({ mounts: [{ destination: '/data', type: 'tmpfs', source: 'tmpfs' }, { destination: '/data/inner', type: 'tmpfs', source: 'tmpfs' }, { destination: '/cache/a', type: 'tmpfs', source: 'tmpfs' }, { destination: '/proc', type: 'proc', source: 'proc' }] });
  const log = runcInit('error mounting "tmpfs" to rootfs at "/data": create mountpoint for /data mount: mkdirat /mycontainer/rootfs/data: read-only file system');
  const ls = asRoot('ls -ln -- /mycontainer/rootfs', 'total 4\ndr-xr-xr-x 2 65536 65536 4096 Nov  1 10:00 proc\n');
  const [first] = rootfsReadonlyMountpointMissing.judge(gatherFacts(textsOf({ 'config.json': config, 'run.log': log, 'ls.txt': ls }))).statement?.fixes ?? [];
  expect(first?.commands.join('\n')).toContain('mkdir -p -- /mycontainer/rootfs/data && mkdir -p -- /mycontainer/rootfs/cache/a');
  expect(first?.commands.join('\n')).not.toContain('inner');
});
