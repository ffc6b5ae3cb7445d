import type { Fault } from '../fault';

/** The bundle of a container around the runtime, which shows the same files in a tree of its own. */
const folder = '/srv/bundles/outer';
const capabilities = ['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE', 'NET_RAW', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_ADMIN', 'SYS_CHROOT', 'SYS_NICE', 'SYS_PTRACE'].map((name) => `CAP_${name}`);
const outerConfig = {
  ociVersion: '1.0.2',
  process: {
    terminal: false,
    user: { uid: 0, gid: 0 },
    args: ['/bin/sh'],
    env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'HOME=/root'],
    cwd: '/srv/bundles/web',
    capabilities: { bounding: capabilities, effective: capabilities, permitted: capabilities },
  },
  root: { path: '/mnt/outer' },
  mounts: [
    { destination: '/proc', type: 'proc', source: 'proc' },
    { destination: '/dev', type: 'bind', source: '/dev', options: ['rbind', 'rw'] },
    { destination: '/sys', type: 'bind', source: '/sys', options: ['rbind', 'rw'] },
  ],
  linux: { namespaces: ['pid', 'mount', 'ipc', 'uts'].map((type) => ({ type })), resources: { devices: [{ allow: true, access: 'rwm' }] } },
};

/** `outer COMMAND...` runs a command in that container, by Debian's own runc. */
const outer = `mkdir -p ${folder} /mnt/outer; mount -t tmpfs tmpfs /mnt/outer
for one in /*; do
  name=/mnt/outer$one
  if [ -L $one ]; then cp -P $one $name; elif [ -d $one ] && [ $one != /mnt ]; then mkdir $name; case $one in /proc | /dev | /sys) ;; *) mount --rbind $one $name ;; esac; fi
done
cat > ${folder}/config.json <<'END'
${JSON.stringify(outerConfig, undefined, 1)}
END
cat > /usr/local/bin/outer <<'END'
#!/bin/sh
cd ${folder} && jq '.process.args = $ARGS.positional' config.json --args -- "$@" > new.json && mv new.json config.json && exec /usr/sbin/runc run outer
END
chmod 755 /usr/local/bin/outer`;

const edit = (program: string) => `cd ${folder}; jq '${program}' config.json > new.json; mv new.json config.json`;
/** A profile that refuses these calls, as that of Docker does without CAP_SYS_ADMIN. */
const refusing = (...names: readonly string[]) => edit(`.linux.seccomp = {defaultAction: "SCMP_ACT_ALLOW", architectures: ["SCMP_ARCH_X86_64"], syscalls: [{names: ${JSON.stringify(names)}, action: "SCMP_ACT_ERRNO"}]}`);

const inside = (fault: Omit<Fault, 'setup' | 'shell' | 'fixFolder'>): Fault => ({ ...fault, setup: outer, shell: 'outer', fixFolder: folder });

/** A runtime in a container that takes away what it needs. */
export const nestedFaults: readonly Fault[] = [
  inside({ id: 'outer-filter-of-keys', causes: ['seccomp-blocks-namespaces'], runtimes: ['runc-1.1', 'runc-1.4'], breaksHost: refusing('keyctl', 'add_key', 'request_key') }),
  inside({ id: 'outer-filter-of-new-roots', causes: ['seccomp-blocks-namespaces'], runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.28'], breaksHost: refusing('pivot_root') }),
  inside({ id: 'outer-filter-of-namespaces', causes: ['seccomp-blocks-namespaces'], runtimes: ['runc-1.1', 'runc-1.3', 'runc-1.4', 'crun-1.8', 'crun-1.28'], breaksHost: refusing('unshare', 'setns') }),
  inside({ id: 'outer-masks-proc', causes: ['proc-mount-masked-by-outer'], runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.8', 'crun-1.28'], breaksHost: edit('.linux.maskedPaths = ["/proc/kcore", "/proc/keys", "/proc/timer_list"] | .linux.readonlyPaths = ["/proc/bus", "/proc/sys"]') }),
  inside({ id: 'outer-cgroups-read-only', causes: ['nested-container-needs-privilege'], runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.28'], breaksHost: edit('.mounts += [{destination: "/sys/fs/cgroup", type: "bind", source: "/sys/fs/cgroup", options: ["rbind", "ro"]}]'), byHand: edit('.mounts |= map(select(.destination != "/sys/fs/cgroup"))') }),
];
