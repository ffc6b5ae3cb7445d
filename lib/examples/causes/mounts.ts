import { bundleConfig, type Json } from '../../diagnosis/testing/bundle-config';
import { asRoot, asUser, podman, runc, runcInit } from '../../diagnosis/testing/lines';
import type { AreaExamples } from '../cause-example';
import { bind, mapped, namespaces, sound, started, uname, versionOf } from './parts';

const refusedAt = (type: string, target: string) =>
  runcInit(`error mounting "${type}" to rootfs at "${target}": mount src=${type}, dst=${target}, dstFd=/proc/thread-self/fd/8, flags=0xf: operation not permitted`);
const withMounts = (...mounts: readonly Json[]) => bundleConfig({ mounts });
const procInfo = '25 30 0:22 / /proc rw,nosuid,nodev,noexec,relatime shared:12 - proc proc rw\n';
const mask = '812 809 0:56 /null /proc/kcore rw,nosuid - tmpfs tmpfs rw,size=65536k,mode=755\n';
const toRoot = [{ containerID: 0, hostID: 0, size: 65536 }];
const idmapped = withMounts({ ...bind('/srv/data', '/data', 'rbind'), uidMappings: toRoot, gidMappings: toRoot });
const plain = withMounts(bind('/srv/data', '/data', 'rbind'));
const noIdmap = podman("mount_setattr `/data` (maybe the file system used doesn't support idmap mounts on this kernel?): Invalid argument");
const mountsOf = (type: string) => asRoot('mount', `/dev/sda1 on / type ext4 (rw)\nserver:/x on /srv/data type ${type} (rw)\n`);
const usb = (options: string) => asRoot('cat /proc/self/mountinfo', `54 84 0:48 / /mnt/usb ${options} shared:12 - tmpfs tmpfs rw\n`);
const cgroup: Json = { destination: '/sys/fs/cgroup', type: 'cgroup', source: 'cgroup', options: ['nosuid', 'ro'] };
const tmpfs = (...options: readonly string[]): Json => ({ destination: '/run', type: 'tmpfs', source: 'tmpfs', options });
const volume = withMounts(bind('/srv/mysql', '/var/lib/mysql', 'rbind'));
const volumeOf = (owner: number) => asRoot('ls -ldn /srv/mysql', `drwxr-x--- 2 ${owner} ${owner} 4096 Nov  1 10:00 /srv/mysql\n`);
const team = withMounts(bind('/srv/team/data', '/data', 'rbind'));
const teamWalk = (mode: string) => asRoot('namei -l /srv/team/data', `f: /srv/team/data\ndrwxr-xr-x root root /\ndrwxr-xr-x root root srv\n${mode} root root team\ndrwxr-xr-x root root data\n`);
const serial = bundleConfig({ linux: { devices: [{ path: '/dev/ttyUSB0', type: 'c', major: 188, minor: 0 }] } });
const tree = (option: string) => withMounts(bind('/srv/tree', '/tree', option));
const submounts = asRoot('mount', '/dev/sda1 on / type ext4 (rw)\n/dev/sdb1 on /srv/tree/disk type ext4 (rw)\n');

export const mountsExamples: AreaExamples<'mounts'> = {
  'proc-mount-without-pid-namespace': {
    bad: { 'config.json': bundleConfig({ linux: namespaces('user', 'mount', 'network', 'ipc', 'uts') }), 'run.log': refusedAt('proc', '/proc') },
    good: { 'config.json': sound },
  },
  'proc-mount-masked-by-outer': {
    bad: { 'config.json': sound, 'session.txt': asRoot('cat /proc/self/mountinfo', procInfo + mask) + asRoot('runc run web', refusedAt('proc', '/proc')) },
    good: { 'config.json': sound, 'session.txt': asRoot('cat /proc/self/mountinfo', procInfo) + started() },
  },
  'sysfs-mount-without-network-namespace': {
    bad: { 'config.json': bundleConfig({ linux: namespaces('user', 'mount', 'pid', 'ipc', 'uts') }), 'run.log': refusedAt('sysfs', '/sys') },
    good: { 'config.json': sound },
  },
  'devpts-gid-unmapped': {
    bad: { 'config.json': bundleConfig({ linux: mapped([0, 1000, 1]) }), 'run.log': podman('mount `devpts` to `dev/pts`: Invalid argument') },
    good: { 'config.json': sound },
  },
  'bind-source-missing': {
    bad: { 'config.json': plain, 'run.log': runcInit('error mounting "/srv/data" to rootfs at "/data": create mountpoint for /data mount: stat /srv/data: no such file or directory') },
    good: { 'config.json': plain, 'ls.txt': asRoot('ls -ldn /srv/data', 'drwxr-xr-x 2 65536 65536 4096 Nov  1 10:00 /srv/data\n') },
  },
  'bind-source-denied': {
    bad: { 'config.json': team, 'run.log': runcInit('error mounting "/srv/team/data" to rootfs at "/data": stat /srv/team/data: permission denied'), 'namei.txt': teamWalk('drwxr-x---') },
    good: { 'config.json': team, 'namei.txt': teamWalk('drwxr-x--x') },
  },
  'mqueue-mount-without-ipc-namespace': {
    bad: { 'config.json': bundleConfig({ linux: namespaces('user', 'mount', 'pid', 'network') }), 'run.log': podman('mount `mqueue` to `dev/mqueue`: Operation not permitted') },
    good: { 'config.json': sound },
  },
  'cgroup-mount-in-userns': {
    bad: { 'config.json': bundleConfig({ mounts: [cgroup], linux: namespaces('user', 'mount', 'pid', 'network', 'ipc') }), 'run.log': refusedAt('cgroup', '/sys/fs/cgroup') },
    good: { 'config.json': withMounts(cgroup), 'mounts.txt': asRoot('mount', 'cgroup2 on /sys/fs/cgroup type cgroup2 (rw,nosuid,nodev,noexec,relatime)\n') },
  },
  'mount-option-id-unmapped': {
    bad: { 'config.json': withMounts(tmpfs('mode=755', 'uid=65536')), 'run.log': podman('mount `tmpfs` to `run`: Invalid argument') },
    good: { 'config.json': withMounts(tmpfs('mode=755', 'uid=0')) },
  },
  'mount-type-not-permitted': {
    bad: {
      'config.json': withMounts({ destination: '/data', type: 'ext4', source: '/dev/sdb1' }),
      'run.log': runcInit('error mounting "/dev/sdb1" to rootfs at "/data": mount src=/dev/sdb1, dst=/data, dstFd=/proc/thread-self/fd/8, flags=0x0: operation not permitted'),
    },
    good: { 'config.json': withMounts(bind('/mnt/disk', '/data', 'rbind')) },
  },
  'bind-locked-flags': {
    bad: {
      'config.json': withMounts(bind('/mnt/usb', '/data', 'rbind', 'ro')),
      'run.log': runcInit('error mounting "/mnt/usb" to rootfs at "/data": mount /proc/self/fd/6:/data (via /proc/self/fd/7), flags: 0x5021: operation not permitted'),
      'mountinfo.txt': usb('rw,nosuid,nodev,relatime'),
    },
    good: { 'config.json': withMounts(bind('/mnt/usb', '/data', 'rbind', 'ro', 'nosuid', 'nodev')), 'mountinfo.txt': usb('rw,nosuid,nodev,relatime') },
  },
  'volume-ids-unmapped': {
    bad: { 'config.json': volume, 'run.log': "chown: changing ownership of '/var/lib/mysql/': Operation not permitted\n", 'ls.txt': volumeOf(999) },
    good: { 'config.json': volume, 'ls.txt': volumeOf(66535) },
  },
  'bind-not-recursive-over-submounts': {
    bad: { 'config.json': tree('bind'), 'run.log': podman('mount `/srv/tree` to `tree`: Invalid argument'), 'mounts.txt': submounts },
    good: { 'config.json': tree('rbind'), 'mounts.txt': submounts },
  },
  'idmap-mount-filesystem-unsupported': {
    bad: { 'config.json': idmapped, 'run.log': noIdmap, 'mounts.txt': mountsOf('nfs4') },
    good: { 'config.json': idmapped, 'mounts.txt': mountsOf('xfs') },
  },
  'idmap-mount-kernel-too-old': {
    bad: { 'config.json': idmapped, 'run.log': noIdmap, 'uname.txt': uname('5.10.0-28-amd64') },
    good: { 'config.json': idmapped, 'uname.txt': uname('6.12.0') },
  },
  'idmap-mount-runtime-too-old': {
    bad: { 'config.json': idmapped, 'versions.txt': versionOf('runc', '1.1.5') },
    good: { 'config.json': idmapped, 'versions.txt': versionOf('runc', '1.2.4') },
  },
  'idmap-mount-config-invalid': {
    bad: { 'config.json': withMounts({ ...tmpfs(), uidMappings: toRoot, gidMappings: toRoot }), 'run.log': runc('invalid mount &{Source:tmpfs}: id-mapped mounts are only supported for bind-mounts') },
    good: { 'config.json': idmapped },
  },
  'idmap-mount-unprivileged': {
    bad: { 'config.json': idmapped, 'session.txt': asUser('runc run web', runc('invalid mount &{Source:/srv/data}: id-mapped mounts are not supported for rootless containers')) },
    good: { 'config.json': plain, 'session.txt': asUser('runc run web', 'hello\n') },
  },
  'bind-mount-with-fs-options': {
    bad: { 'config.json': withMounts(bind('/srv/data', '/data', 'rbind', 'mode=755')), 'run.log': runc('invalid mount &{Source:/srv/data}: bind mounts cannot have any filesystem-specific options applied') },
    good: { 'config.json': plain },
  },
  'mount-destination-invalid': {
    bad: {
      'config.json': withMounts({ destination: '/proc/scsi', type: 'tmpfs', source: 'tmpfs' }),
      'run.log': runcInit('error mounting "tmpfs" to rootfs at "/proc/scsi": "/mycontainer/rootfs/proc/scsi" cannot be mounted because it is inside /proc'),
    },
    good: { 'config.json': withMounts(bind('/var/lib/lxcfs/proc/meminfo', '/proc/meminfo', 'bind')) },
  },
  'device-node-denied': {
    bad: { 'config.json': serial, 'run.log': runcInit('error creating device nodes: mount /dev/ttyUSB0:/dev/ttyUSB0 (via /proc/self/fd/8), flags: 0x1000: no such file or directory') },
    good: { 'config.json': serial, 'ls.txt': asRoot('ls -ln /dev/ttyUSB0', 'crw-rw-rw- 1 0 20 188, 0 Nov  1 10:00 /dev/ttyUSB0\n') },
  },
  'mount-propagation-denied': {
    bad: { 'config.json': bundleConfig({ linux: { rootfsPropagation: 'shared' } }), 'run.log': runcInit('unable to apply root propagation flags: operation not permitted') },
    good: { 'config.json': bundleConfig({ linux: { rootfsPropagation: 'rslave' } }) },
  },
};
