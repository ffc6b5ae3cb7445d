import { bind, root } from '../changes';
import { both, type Fault } from '../fault';

export const rootfsFaults: readonly Fault[] = [
  {
    id: 'ctr-relative-root',
    causes: ['rootfs-path-relative'],
    runtimes: ['containerd-1.6 runc-1.1', 'containerd-1.7 runc-1.1-trixie', 'containerd-2.1 runc-1.3', 'containerd-2.1 runc-1.4', 'containerd-1.7 crun-1.21'],
    bundle: '/mycontainer',
    breaks: root('rootfs'),
  },
  { id: 'root-object-missing', causes: ['rootfs-path-missing'], runtimes: both, breaks: (config) => void delete config.root },
  { id: 'root-path-elsewhere', causes: ['rootfs-path-missing'], runtimes: both, breaks: root('/srv/bundles/web/rootfz'), fills: { 'absolute path of the rootfs': '/srv/bundles/web/rootfs' } },
  { id: 'rootfs-of-host-root', causes: ['rootfs-not-owned-by-mapping'], runtimes: both, breaksHost: 'chown -hR 0:0 rootfs; chmod 700 rootfs' },
  { id: 'mount-points-of-host-root', causes: ['rootfs-not-owned-by-mapping'], runtimes: both, breaksHost: 'chown -hR 0:0 rootfs; rmdir rootfs/proc' },
  { id: 'rootfs-of-another-map', causes: ['rootfs-not-owned-by-mapping'], runtimes: ['runc-1.1', 'crun-1.28'], breaksHost: 'chown -hR 300000:300000 rootfs; rmdir rootfs/sys' },
  { id: 'bundle-below-root-home', causes: ['rootfs-parent-not-traversable'], runtimes: ['runc-1.1', 'runc-1.3', 'runc-1.4', 'crun-1.28'], bundle: '/root/web', setup: 'chmod o+x /root', breaksHost: 'chmod 700 /root' },
  { id: 'bundle-folder-closed', causes: ['rootfs-parent-not-traversable'], runtimes: ['runc-1.1', 'runc-1.4', 'containerd-1.6 runc-1.1', 'containerd-2.1 runc-1.4'], breaksHost: 'chmod 750 /srv/bundles' },
  {
    id: 'mount-point-in-readonly-rootfs',
    causes: ['rootfs-readonly-mountpoint-missing'],
    runtimes: both,
    setup: 'mkdir -p /srv/web-data',
    good: bind('/srv/web-data'),
    breaksHost: 'rmdir rootfs/data; mount --bind rootfs rootfs; mount -o remount,bind,ro rootfs',
  },
  {
    id: 'rootfs-on-noexec-volume',
    causes: ['rootfs-filesystem-unsuitable'],
    runtimes: ['runc-1.1', 'crun-1.28'],
    breaksHost: 'mount --bind rootfs rootfs; mount -o remount,bind,noexec rootfs',
    byHand: 'umount rootfs',
  },
];
