import { bundleConfig } from '../../diagnosis/testing/bundle-config';
import { asRoot, asUser, runc, runcInit, throughContainerd } from '../../diagnosis/testing/lines';
import type { AreaExamples } from '../cause-example';
import { bind, granted, sound, started, uname } from './parts';

const rootfs = '/mycontainer/rootfs';
const owned = (mode: string, owner: number) => asRoot(`ls -ldn ${rootfs}`, `${mode} 18 ${owner} ${owner} 4096 Nov  1 10:00 ${rootfs}\n`);
const walk = (parent: string) => asRoot(`namei -l ${rootfs}`, `f: ${rootfs}\ndrwxr-xr-x root  root  /\n${parent} root  root  mycontainer\ndrwxr-xr-x 65536 65536 rootfs\n`);
const noProc = runcInit(`error mounting "proc" to rootfs at "/proc": mkdir ${rootfs}/proc: permission denied`);
const requested = 'Error: potentially insufficient UIDs or GIDs available in user namespace (requested 205001:0 for /app/x): Check /etc/subuid and /etc/subgid if configured locally and run "podman system migrate": lchown /app/x: invalid argument\n';
const noOverlay = "Error: kernel does not support overlay fs: 'overlay' mount failed: operation not permitted\n";
const mountsOf = (type: string) => asRoot('findmnt', `TARGET SOURCE FSTYPE OPTIONS\n/ /dev/sda1 ext4 rw,relatime\n/mycontainer server:/x ${type} rw,relatime\n`);

export const rootfsExamples: AreaExamples<'rootfs'> = {
  'rootfs-path-relative': {
    bad: {
      'config.json': bundleConfig({ root: { path: 'rootfs' } }),
      'session.txt': asRoot(
        'ctr run --config config.json mycontainer',
        throughContainerd('error mounting "proc" to rootfs at "/proc": mkdir /run/containerd/io.containerd.runtime.v2.task/default/mycontainer/rootfs/proc: permission denied'),
      ),
    },
    good: { 'config.json': sound, 'session.txt': asRoot('ctr run --config config.json mycontainer', 'hello\n') },
  },
  'rootfs-path-missing': {
    bad: { 'config.json': bundleConfig({ root: { path: '/srv/web/rootfs' } }), 'run.log': runc('invalid rootfs: stat /srv/web/rootfs: no such file or directory') },
    good: { 'config.json': sound, 'session.txt': owned('drwxr-xr-x', 65536) },
  },
  'rootfs-not-owned-by-mapping': {
    bad: { 'config.json': sound, 'run.log': noProc, 'ls.txt': owned('drwxr-xr-x', 0) },
    good: { 'config.json': sound, 'ls.txt': owned('drwxr-xr-x', 65536) },
  },
  'rootfs-parent-not-traversable': {
    bad: { 'config.json': sound, 'run.log': runcInit('error preparing rootfs: permission denied'), 'namei.txt': walk('drwx------') },
    good: { 'config.json': sound, 'namei.txt': walk('drwx--x--x') },
  },
  'rootfs-readonly-mountpoint-missing': {
    bad: {
      'config.json': bundleConfig({ mounts: [bind('/srv/in', '/in', 'rbind')] }),
      'run.log': runcInit(`error mounting "/srv/in" to rootfs at "/in": create mountpoint for /in mount: mkdirat ${rootfs}/in: read-only file system`),
    },
    good: { 'config.json': bundleConfig({ mounts: [bind('/srv/in', '/in', 'rbind')] }), 'session.txt': asRoot(`ls -ldn ${rootfs}/in`, `drwxr-xr-x 2 65536 65536 4096 Nov  1 10:00 ${rootfs}/in\n`) + started() },
  },
  'rootfs-filesystem-unsuitable': {
    bad: { 'config.json': sound, 'run.log': noProc, 'mounts.txt': mountsOf('nfs4') },
    good: { 'config.json': sound, 'mounts.txt': mountsOf('ext4') },
  },
  'overlay-unprivileged-unsupported': {
    bad: { 'session.txt': uname('4.18.0-553.el8.x86_64') + asUser('podman run alpine', noOverlay) },
    good: { 'session.txt': uname('6.8.0-45-generic') + asUser('podman run alpine echo hello', 'hello\n') },
  },
  'image-ids-exceed-mapping': {
    bad: { 'session.txt': granted('app:100000:65536') + asUser('podman pull registry.example/app', requested) },
    good: { 'session.txt': granted('app:100000:655360') + asUser('podman run registry.example/app', 'hello\n') },
  },
};
