import { all, linux, withoutMount, withoutNamespace, withoutTerminalGroup, script } from '../changes';
import { extents, type Extent } from '../config';
import { both, rootless, type Fault } from '../fault';

const own: readonly Extent[] = [{ containerID: 0, hostID: 1000, size: 1 }];
const memory = linux({ resources: { memory: { limit: 134_217_728 } } });

/** A shell of alice that is itself in a user namespace, with a limit on further ones; the machine's own limit stays. */
const limited = (count: number) => `unshare -U -c --keep-caps sh -c 'echo ${count} > /proc/sys/user/max_user_namespaces; exec "$@"' sh`;
const nest = `cat > /usr/local/bin/nest <<'END'
#!/bin/bash
n=$1; shift
[ "$n" -le 0 ] && exec "$@"
exec unshare --user --map-root-user nest $((n - 1)) "$@"
END
chmod 755 /usr/local/bin/nest`;

/** Another container of the same map, which takes the one key that is left. */
const secondContainer = "mkdir /srv/bundles/other; cp -a rootfs /srv/bundles/other; sed 's/echo started; id -u/sleep 300/' config.json > /srv/bundles/other/config.json; (cd /srv/bundles/other && runc run -d other > /dev/null 2>&1 < /dev/null); sysctl -q kernel.keys.maxkeys=1";

/** A tree of its own that shows the same files: only a root that is another directory counts as a chroot. */
const jail = 'mkdir -p /mnt/jail; mount -t tmpfs tmpfs /mnt/jail; for one in /*; do name=/mnt/jail$one; if [ -L $one ]; then cp -P $one $name; elif [ -d $one ] && [ $one != /mnt ]; then mkdir $name; mount --rbind $one $name; fi; done';

export const kernelFaults: readonly Fault[] = [
  { id: 'sysctl-of-the-host', causes: ['sysctl-denied'], runtimes: both, breaks: linux({ sysctl: { 'net.core.rmem_max': '26214400' } }) },
  { id: 'sysctl-on-host-network', causes: ['sysctl-denied'], runtimes: ['runc-1.1', 'crun-1.8'], good: all(withoutNamespace('network'), withoutMount('/sys')), breaks: linux({ sysctl: { 'net.ipv4.ip_forward': '1' } }) },
  rootless({ id: 'limit-of-user-namespaces', causes: ['max-user-namespaces-reached'], runtimes: both, maps: own, good: withoutTerminalGroup, shell: limited(0), correctedShell: limited(1000) }),
  { id: 'nesting-limit', causes: ['max-user-namespaces-reached'], runtimes: ['runc-1.1', 'crun-1.28'], maps: extents(0, 1), setup: nest, good: withoutTerminalGroup, owner: '0:0', shell: 'nest 33', correctedShell: 'nest 3' },
  rootless({ id: 'cgroup-path-of-root', causes: ['cgroup-not-delegated'], runtimes: both, breaks: linux({ cgroupsPath: '/user/alice/web' }) }),
  rootless({ id: 'memory-limit-not-delegated', causes: ['cgroup-not-delegated'], runtimes: ['runc-1.1', 'runc-1.3', 'runc-1.4'], breaks: memory }),
  rootless({ id: 'memory-limit-on-v1', causes: ['cgroup-v1-rootless'], runtimes: ['runc-1.1', 'runc-1.4'], breaks: memory, cgroup: 'v1' }),
  rootless({
    id: 'port-80-on-host-network',
    causes: ['privileged-port-rootless'],
    runtimes: ['runc-1.1', 'crun-1.28'],
    setup: 'sysctl -q net.ipv4.ip_unprivileged_port_start=80',
    good: all(withoutNamespace('network'), withoutMount('/sys'), script('timeout 1 nc -l -p 80; r=$?; [ $r = 143 ] || [ $r = 124 ] && echo started')),
    breaksHost: 'sysctl -q net.ipv4.ip_unprivileged_port_start=1024',
  }),
  { id: 'start-in-a-chroot', causes: ['caller-in-chroot'], runtimes: ['runc-1.1', 'crun-1.8'], setup: jail, shell: `chroot /mnt/jail sh -c 'cd /srv/bundles/web && exec "$@"' sh`, correctedShell: '', fills: { 'directory of the chroot': '/mnt/jail' } },
  { id: 'keys-used-up', causes: ['keyring-quota-exceeded'], runtimes: ['runc-1.1'], breaksHost: secondContainer },
  { id: 'host-root-without-setfcap', causes: ['host-root-needs-setfcap'], runtimes: ['runc-1.1', 'crun-1.28'], breaks: linux({ uidMappings: extents(0), gidMappings: extents(0) }), shell: 'setpriv --bounding-set=-setfcap --inh-caps=-setfcap' },
  rootless({ id: 'map-beyond-the-parent', causes: ['nested-mapping-exceeds-parent'], runtimes: ['runc-1.1', 'crun-1.28'], maps: own, good: all(withoutTerminalGroup, linux({ uidMappings: extents(0, 1), gidMappings: extents(0, 1) })), breaks: linux({ uidMappings: extents(100_000, 1), gidMappings: extents(100_000, 1) }), shell: 'unshare -Ur' }),
  { id: 'proc-covered', causes: ['proc-mount-masked-by-outer'], runtimes: both, breaksHost: 'for name in kcore keys timer_list; do if [ -e /proc/$name ]; then mount --bind /dev/null /proc/$name; fi; done' },
  { id: 'proc-read-only', causes: ['proc-mount-masked-by-outer'], runtimes: ['runc-1.1', 'crun-1.28'], breaksHost: 'mount -o bind,remount,ro /proc/sys || { mount --bind /proc/sys /proc/sys; mount -o bind,remount,ro /proc/sys; }' },
  { id: 'network-namespace-gone', causes: ['namespace-path-invalid'], runtimes: both, breaks: ({ linux: { namespaces } }) => namespaces.forEach((one) => one.type === 'network' && (one.path = '/run/netns/gone')) },
  { id: 'network-namespace-of-the-host', causes: ['joined-namespace-foreign'], runtimes: ['runc-1.1', 'runc-1.3', 'runc-1.4'], setup: 'ip netns add blue', breaks: ({ linux: { namespaces } }) => namespaces.forEach((one) => one.type === 'network' && (one.path = '/run/netns/blue')) },
  {
    id: 'user-namespace-joined-and-mapped',
    causes: ['userns-path-with-mappings'],
    runtimes: ['runc-1.3', 'runc-1.4'],
    setup: "mkdir -p /run/userns; touch /run/userns/web; unshare -U sleep 300 > /dev/null 2>&1 < /dev/null & sleep 0.3; echo '0 100000 65536' > /proc/$!/uid_map; echo '0 100000 65536' > /proc/$!/gid_map; mount --bind /proc/$!/ns/user /run/userns/web",
    breaks: ({ linux: { namespaces, uidMappings, gidMappings } }) => {
      for (const one of namespaces) if (one.type === 'user') one.path = '/run/userns/web';
      for (const map of [uidMappings, gidMappings]) if (map?.[0]) map[0].hostID = 165_536;
    },
  },
];
