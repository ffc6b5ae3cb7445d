import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asUser, runc } from '../../testing/lines';
import { rootfsFilesystemUnsuitable } from './rootfs-filesystem-unsuitable';

const network = 'Error: a network file system with user namespaces is not supported.  Please use a mount_program: backing file system is unsupported for this graph driver\n';
const mounts = (options: string, type: string) => asUser('findmnt', `TARGET SOURCE FSTYPE OPTIONS\n/ /dev/sda1 ext4 rw,relatime\n/mycontainer server:/x ${type} ${options}\n`);
const denied = runc('unable to start container process: exec: "/bin/sh": permission denied');

describeCause(rootfsFilesystemUnsuitable, {
  proved: {
    'the line of Podman alone': { 'run.log': network },
    'the rootfs is mounted noexec': { 'config.json': bundleConfig(), 'mounts.txt': mounts('rw,noexec', 'ext4'), 'run.log': denied },
    'the rootfs lies on NFS, and something in it was refused': {
      'config.json': bundleConfig(),
      'mounts.txt': mounts('rw,relatime', 'nfs4'),
      'run.log': runc('unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mkdir /mycontainer/rootfs/proc: permission denied'),
    },
  },
  refuted: { 'a local disk': { 'config.json': bundleConfig(), 'mounts.txt': mounts('rw,relatime', 'ext4'), 'run.log': denied } },
  open: { 'a refused program, and no mounts': { 'config.json': bundleConfig(), 'run.log': denied } },
});
