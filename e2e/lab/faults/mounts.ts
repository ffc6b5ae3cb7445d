import path from 'node:path';
import { all, bind, idmapped, linux, mount, options, script, terminalGroup, withoutMount, withoutNamespace, withoutTerminalGroup, withoutUserNamespace } from '../changes';
import { extents } from '../config';
import { both, rootless, type Fault } from '../fault';
import { cache } from '../manifest';

const data = 'mkdir -p /srv/web-data; echo hello > /srv/web-data/hello; chmod 600 /srv/web-data/hello';
const readData = script('cat /data/hello && echo started');
const give = 'chown -hR 100000:100000 /srv/web-data';

export const mountFaults: readonly Fault[] = [
  { id: 'proc-without-pid-namespace', causes: ['proc-mount-without-pid-namespace'], runtimes: [...both, 'runc-1.3', 'containerd-2.1 runc-1.4'], breaks: withoutNamespace('pid') },
  { id: 'sysfs-on-host-network', causes: ['sysfs-mount-without-network-namespace'], runtimes: ['runc-1.1', 'runc-1.3', 'runc-1.4', 'containerd-1.6 runc-1.1'], breaks: withoutNamespace('network') },
  { id: 'mqueue-on-host-ipc', causes: ['mqueue-mount-without-ipc-namespace'], runtimes: both, breaks: withoutNamespace('ipc') },
  { id: 'terminal-group-unmapped', causes: ['devpts-gid-unmapped'], runtimes: [...both, 'runc-1.3'], maps: extents(100_000, 1), good: withoutTerminalGroup, breaks: terminalGroup },
  { id: 'tmpfs-of-unmapped-uid', causes: ['mount-option-id-unmapped'], runtimes: both, good: mount({ destination: '/run', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'mode=755'] }), breaks: options('/run', (list) => [...list, 'uid=100000', 'gid=100000']) },
  { id: 'bind-source-missing', causes: ['bind-source-missing'], runtimes: [...both, 'runc-1.0'], breaks: bind('/srv/web-date') },
  { id: 'bind-source-closed', causes: ['bind-source-denied'], runtimes: ['runc-1.0', 'crun-0.17'], setup: 'mkdir -p /root/web/data; chmod o+x /root', good: bind('/root/web/data'), breaksHost: 'chmod 700 /root' },
  { id: 'bind-of-locked-flags', causes: ['bind-locked-flags'], runtimes: ['runc-1.0', 'runc-1.1'], setup: 'mkdir -p /mnt/usb; mount -t tmpfs -o nosuid,nodev,noexec tmpfs /mnt/usb', breaks: bind('/mnt/usb', '/data', ['rbind', 'ro']) },
  { id: 'bind-over-submount', causes: ['bind-not-recursive-over-submounts'], runtimes: ['runc-1.1', 'runc-1.4'], setup: 'mkdir -p /srv/web-data/inner; mount -t tmpfs tmpfs /srv/web-data/inner', breaks: bind('/srv/web-data', '/data', ['bind', 'rw']) },
  {
    id: 'ext4-from-inside',
    causes: ['mount-type-not-permitted'],
    runtimes: both,
    setup: 'truncate -s 16M /srv/disk; mkfs.ext4 -q /srv/disk; mkdir -p /mnt/data; mount -o loop /srv/disk /mnt/data; ln -s "$(findmnt -no SOURCE /mnt/data)" /dev/web-data',
    breaks: mount({ destination: '/data', type: 'ext4', source: '/dev/web-data', options: ['rw'] }),
  },
  { id: 'debugfs-from-inside', causes: ['mount-type-not-permitted'], runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.28'], breaks: mount({ destination: '/sys/kernel/debug', type: 'debugfs', source: 'debugfs', options: ['nosuid'] }) },
  { id: 'volume-of-host-root', causes: ['volume-ids-unmapped'], runtimes: both, setup: `${data}; ${give}`, good: all(bind('/srv/web-data'), readData), breaksHost: 'chown -hR 0:0 /srv/web-data' },
  ...[{ id: 'runc', runtimes: ['runc-1.1', 'runc-1.1-trixie'], newer: 'runc-1.4' }, { id: 'crun', runtimes: ['crun-0.17'], newer: 'crun-1.28' }].map(({ id, runtimes, newer }): Fault => ({
    id: `idmap-by-old-${id}`, causes: ['idmap-mount-runtime-too-old'], runtimes, setup: `${data}; ${give}`, good: all(bind('/srv/web-data'), readData), breaks: all(withoutMount('/data'), idmapped('/srv/web-data')), breaksHost: 'chown -hR 0:0 /srv/web-data',
    needs: newer, fills: { 'static binary of the new version': path.join(cache, newer, id) },
  })),
  { id: 'idmap-of-tmpfs', causes: ['idmap-mount-config-invalid'], runtimes: ['runc-1.3', 'runc-1.4'], breaks: idmapped('tmpfs', { type: 'tmpfs', options: [] }) },
  { id: 'idmap-without-user-namespace', causes: ['idmap-mount-config-invalid'], runtimes: ['runc-1.4', 'crun-1.21'], setup: data, good: all(withoutUserNamespace, bind('/srv/web-data')), breaks: options('/data', (list) => [...list, 'idmap']) },
  { id: 'idmap-of-ramfs', causes: ['idmap-mount-filesystem-unsupported'], runtimes: ['runc-1.3', 'runc-1.4', 'crun-1.8', 'crun-1.28'], setup: 'mkdir -p /srv/ram; mount -t ramfs ramfs /srv/ram; chmod 755 /srv/ram', breaks: idmapped('/srv/ram') },
  rootless({ id: 'idmap-without-root', causes: ['idmap-mount-unprivileged'], runtimes: ['runc-1.3', 'runc-1.4', 'crun-1.28'], setup: 'mkdir -p /srv/web-data; chown alice:alice /srv/web-data', breaks: idmapped('/srv/web-data') }),
  { id: 'bind-with-size', causes: ['bind-mount-with-fs-options'], runtimes: ['runc-1.3', 'runc-1.4'], setup: data, breaks: bind('/srv/web-data', '/data', ['rbind', 'size=64m']) },
  { id: 'mount-on-the-top', causes: ['mount-destination-invalid'], runtimes: ['runc-1.1', 'crun-1.28'], breaks: mount({ destination: '/', type: 'tmpfs', source: 'tmpfs' }) },
  { id: 'mount-inside-proc', causes: ['mount-destination-invalid'], runtimes: ['runc-1.1', 'runc-1.4'], setup: data, breaks: bind('/srv/web-data/hello', '/proc/version') },
  { id: 'device-not-on-host', causes: ['device-node-denied'], runtimes: ['runc-1.1', 'runc-1.4'], breaks: linux({ devices: [{ path: '/dev/ttyUSB0', type: 'c', major: 188, minor: 0, fileMode: 432, uid: 0, gid: 0 }] }) },
];
