import { all, bind, idmapped, linux, mount, process, script, withoutMount, withoutNamespace, withoutTerminalGroup, withoutUserNamespace } from '../changes';
import { extents, type Extent } from '../config';
import { both, rootless, type Fault } from '../fault';

const own: readonly Extent[] = [{ containerID: 0, hostID: 1000, size: 1 }];
const sound = (fault: Omit<Fault, 'causes'>): Fault => ({ causes: [], ...fault });

/** Bundles in which nothing is wrong, though something may look odd. */
export const healthyBundles: readonly Fault[] = [
  sound({ id: 'healthy-usual', runtimes: [...both, 'runc-1.3', 'crun-1.21', 'runc-1.0', 'crun-0.17'] }),
  sound({ id: 'healthy-through-containerd', runtimes: ['containerd-1.6 runc-1.1', 'containerd-1.7 crun-1.21', 'containerd-2.1 runc-1.4'] }),
  sound({ id: 'healthy-debug-log', runtimes: ['runc-1.1', 'runc-1.3', 'runc-1.4', 'crun-1.28'], command: '{runtime} --debug run {id}' }),
  sound({ id: 'healthy-other-bases', runtimes: ['runc-1.1', 'crun-1.28'], good: all(linux({ uidMappings: extents(231_072), gidMappings: extents(362_144) }), process({ user: { uid: 1000, gid: 1000, additionalGids: [27, 33, 65_535] } })), owner: '231072:362144' }),
  sound({ id: 'healthy-several-extents', runtimes: ['runc-1.4', 'crun-1.8'], maps: [{ containerID: 0, hostID: 100_000, size: 1000 }, { containerID: 1000, hostID: 300_000, size: 64_536 }] }),
  sound({ id: 'healthy-single-id', runtimes: ['runc-1.1', 'crun-1.28'], maps: extents(100_000, 1), good: withoutTerminalGroup }),
  sound({ id: 'healthy-host-network', runtimes: both, good: all(withoutNamespace('network'), withoutMount('/sys'), bind('/sys', '/sys', ['rbind', 'ro', 'nosuid', 'nodev', 'noexec'])) }),
  sound({ id: 'healthy-idmapped-volume', runtimes: ['runc-1.3', 'runc-1.4', 'crun-1.21', 'crun-1.28'], setup: 'mkdir -p /srv/web-data; echo hello > /srv/web-data/hello; chmod 600 /srv/web-data/hello', good: all(idmapped('/srv/web-data'), script('cat /data/hello && echo started')) }),
  sound({ id: 'healthy-bound-volume', runtimes: both, setup: 'mkdir -p /srv/web-data; echo hello > /srv/web-data/hello; chown -R 100000:100000 /srv/web-data', good: all(bind('/srv/web-data'), script('cat /data/hello && echo started')) }),
  sound({ id: 'healthy-read-only-root', runtimes: ['runc-1.1', 'crun-1.28'], good: all((config) => void (config.root = { path: 'rootfs', readonly: true }), mount({ destination: '/run', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'mode=755', 'uid=0'] })) }),
  sound({ id: 'healthy-no-capabilities', runtimes: ['runc-1.1', 'crun-1.28'], good: process({ capabilities: { bounding: [], effective: [], permitted: [] } }) }),
  sound({ id: 'healthy-foreign-files', runtimes: ['runc-1.4', 'crun-1.28'], setup: 'chown 0:0 rootfs/etc/group rootfs/home' }),
  sound({ id: 'healthy-no-user-namespace', runtimes: ['runc-1.1', 'crun-1.8'], good: withoutUserNamespace, owner: '0:0' }),
  sound({ id: 'healthy-sysctl-of-its-own', runtimes: both, good: linux({ sysctl: { 'net.ipv4.ip_unprivileged_port_start': '80', 'kernel.msgmax': '65536' } }) }),
  rootless(sound({ id: 'healthy-rootless', runtimes: [...both, 'runc-1.3'] })),
  rootless(sound({ id: 'healthy-rootless-own-id', runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.28'], maps: own, good: withoutTerminalGroup })),
];
