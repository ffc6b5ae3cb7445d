import { bind, linux, withoutTerminalGroup } from '../changes';
import type { Extent } from '../config';
import { both, rootless, type Fault } from '../fault';

const own: readonly Extent[] = [{ containerID: 0, hostID: 1000, size: 1 }];
const grant = (line: string) => `echo '${line}' > /etc/subuid; cp /etc/subuid /etc/subgid`;

export const hostFaults: readonly Fault[] = [
  rootless({ id: 'no-range-granted', causes: ['subid-range-missing'], runtimes: both, breaksHost: grant('bob:165536:65536') }),
  rootless({ id: 'range-too-small', causes: ['subid-range-too-small'], runtimes: both, breaksHost: grant('alice:100000:1000') }),
  rootless({ id: 'range-of-another-host', causes: ['subid-range-mismatch'], runtimes: both, breaksHost: grant('alice:231072:65536') }),
  rootless({ id: 'newuidmap-not-installed', causes: ['newidmap-missing'], runtimes: both, breaksHost: 'dpkg --purge --force-depends uidmap > /dev/null 2>&1 || true; rm -f /usr/bin/newuidmap /usr/bin/newgidmap' }),
  rootless({ id: 'newuidmap-without-setuid', causes: ['newidmap-not-privileged'], runtimes: both, breaksHost: 'chmod u-s /usr/bin/newuidmap /usr/bin/newgidmap' }),
  rootless({
    id: 'no-runtime-directory',
    causes: ['rootless-environment-incomplete'],
    runtimes: both,
    maps: own,
    good: withoutTerminalGroup,
    command: 'env -u XDG_RUNTIME_DIR {runtime} run {id}',
    corrected: 'XDG_RUNTIME_DIR=/run/user/1000 {runtime} run {id}',
  }),
];

/** The program of the runtime itself; Debian's package brings it back. */
export const brokenRuntimes: readonly Fault[] = [
  { id: 'runtime-not-installed', causes: ['runtime-binary-broken'], runtimes: ['runc-1.1', 'crun-1.8', 'containerd-1.6 runc-1.1'], breaksHost: 'rm -f /usr/sbin/runc /usr/bin/crun /usr/local/sbin/runc' },
  { id: 'runtime-not-executable', causes: ['runtime-binary-broken'], runtimes: ['runc-1.1', 'crun-1.8', 'containerd-2.1 runc-1.1'], breaksHost: 'chmod 644 /usr/sbin/runc /usr/bin/crun' },
  { id: 'runtime-without-library', causes: ['runtime-binary-broken'], runtimes: ['crun-1.8', 'containerd-1.6 crun-1.8'], breaksHost: 'rm -f /usr/lib/x86_64-linux-gnu/libyajl.so.2*' },
  { id: 'runtime-for-another-machine', causes: ['runtime-binary-broken'], runtimes: ['runc-1.1', 'crun-1.8'], breaksHost: "for one in /usr/sbin/runc /usr/bin/crun; do printf '\\267' | dd of=$one bs=1 seek=18 conv=notrunc status=none; done" },
];

export const configFaults: readonly Fault[] = [
  { id: 'comma-missing', causes: ['config-invalid'], runtimes: both, breaksText: (text) => text.replace('"cwd": "/",', '"cwd": "/"') },
  { id: 'comma-too-many', causes: ['config-invalid'], runtimes: ['runc-1.1', 'crun-1.8'], breaksText: (text) => text.replace('"noNewPrivileges": true', '"noNewPrivileges": true,') },
  { id: 'id-as-text', causes: ['mapping-range-invalid'], runtimes: ['runc-1.1', 'runc-1.4'], breaksText: (text) => text.replace('"hostID": 100000', '"hostID": "100000"') },
  { id: 'options-as-text', causes: ['config-invalid'], runtimes: ['runc-1.1', 'runc-1.4'], breaksText: (text) => text.replace(/"options": \[\s*"nosuid",\s*"noexec",\s*"nodev"\s*\]/, '"options": "nosuid,noexec,nodev"') },
  { id: 'size-of-nothing', causes: ['mapping-range-invalid'], runtimes: both, breaks: ({ linux: { uidMappings } }) => uidMappings?.forEach((one) => (one.size = 0)) },
  { id: 'runtime-older-than-config', causes: ['runtime-too-old-for-spec'], runtimes: ['crun-0.17', 'crun-1.8'], breaks: (config) => void (config.ociVersion = '1.2.0') },
];

export const pairs: readonly Fault[] = [
  { id: 'pair-pid-then-network', causes: ['proc-mount-without-pid-namespace', 'sysfs-mount-without-network-namespace'], runtimes: ['runc-1.1', 'runc-1.4'], breaks: ({ linux: one }) => void (one.namespaces = one.namespaces.filter(({ type }) => type !== 'pid' && type !== 'network')) },
  { id: 'pair-map-then-owner', causes: ['userns-without-mappings', 'rootfs-not-owned-by-mapping'], runtimes: ['runc-1.1', 'runc-1.4'], breaks: ({ linux: one }) => void delete one.gidMappings, breaksHost: 'chown -hR 0:0 rootfs; chmod 700 rootfs' },
  // crun sets sysctls before it mounts.
  { id: 'pair-source-then-sysctl', causes: ['bind-source-missing', 'sysctl-denied'], runtimes: ['runc-1.1', 'runc-1.4'], breaks: (config) => { bind('/srv/web-date')(config); linux({ sysctl: { 'net.core.rmem_max': '26214400' } })(config); } },
  { id: 'pair-comma-then-user', causes: ['config-invalid', 'process-user-unmapped'], runtimes: ['runc-1.1', 'crun-1.8'], breaks: (config) => void (config.process.user = { uid: 70_000, gid: 70_000 }), breaksText: (text) => text.replace('"cwd": "/",', '"cwd": "/"') },
  { id: 'pair-relative-then-owner', causes: ['rootfs-path-relative', 'rootfs-not-owned-by-mapping'], runtimes: ['containerd-1.6 runc-1.1', 'containerd-2.1 runc-1.4'], bundle: '/mycontainer', breaks: (config) => void (config.root = { path: 'rootfs' }), breaksHost: 'chown -hR 0:0 rootfs; rmdir rootfs/proc' },
  rootless({ id: 'pair-range-then-source', causes: ['subid-range-missing', 'bind-source-missing'], runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.28'], breaks: bind('/home/alice/date'), breaksHost: grant('bob:165536:65536') }),
  { id: 'pair-terminal-group-then-program', causes: ['devpts-gid-unmapped', 'process-executable-missing'], runtimes: ['runc-1.1', 'crun-1.28'], maps: [{ containerID: 0, hostID: 100_000, size: 1 }], good: withoutTerminalGroup, breaks: (config) => { for (const one of config.mounts) if (one.destination === '/dev/pts') one.options?.push('gid=5'); config.process.args = ['bash', '-c', 'echo started']; } },
];
