import { wordingsOf } from './wording';

/** Words of crun. Versions: the git tags in which the string stands. */
export const crunWordings = [
  ...wordingsOf('crun', [
    [[{ before: '1.14.3' }], [
      'unknown version specified',
    ]],
    [[{ from: '0.8', before: '1.21' }], [
      'open executable',
    ]],
    [[{ from: '0.11' }], [
      'exec container process `…`',
    ]],
    [[{ from: '0.12', before: '1.20' }], [
      'writing file `/proc/…/uid_map`',
      'writing file `/proc/…/gid_map`',
    ]],
    [[{ from: '0.12' }], [
      'remount `…`',
      'make `…` private',
      'setrlimit `…`',
      'chdir to `…`',
    ]],
    [[{ from: '0.12', before: '1.22' }], [
      'create keyring `…`',
    ]],
    [[{ from: '0.12.1' }], [
      'realpath `…` failed',
    ]],
    [[{ from: '0.14' }], [
      'openat2 `…`',
    ]],
    [[{ from: '0.15' }], [
      'executable file `…` not found in $PATH',
    ]],
    [[{ from: '0.15.1' }], [
      'the requested cgroup controller `…` is not available',
    ]],
    [[{ from: '0.19' }], [
      'unable to invoke `…`, will try creating a user namespace with single mapping as an alternative',
      'read from the init process',
    ]],
    [[{ from: '0.20' }], [
      'could not join cgroup',
    ]],
    [[{ from: '1.3' }], [
      'fchown std stream `…`',
    ]],
    [[{ from: '1.4' }], [
      'mount_setattr `/…`',
    ]],
    [[{ from: '1.4.2' }], [
      'the sysctl `…` is not namespaced',
      'the sysctl `…` requires a new … namespace',
    ]],
    [[{ from: '1.4.3' }], [
      'invalid mapping specified `…`',
      'specified a relative mapping without user namespace mappings',
    ]],
    [[{ from: '1.5' }], [
      'invalid mappings specified for the mount on `…`',
    ]],
    [[{ from: '1.6' }], [
      'SELinux is not initialized correctly',
    ]],
    [[{ from: '1.7.1' }], [
      'mkdir `/…`',
    ]],
    [[{ from: '1.8' }], [
      'mount `proc` to `proc`',
      'mount `sysfs` to `sys`',
      'mount `mqueue` to `dev/mqueue`',
      'mount `devpts` to `dev/pts`',
      'mount `cgroup` to `sys/fs/cgroup`',
    ]],
    [[{ from: '1.8.6' }], [
      'invalid config file, no `linux` block specified',
      'invalid config file, no `root` block specified',
      'setresuid to `…`',
      'setresgid to `…`',
      'bind mount `/sys` from the host',
      'write to `/proc/self/oom_score_adj`',
      'write to `/proc/sys/…`',
      'open `/proc/sys/…`',
      'open `/dev/ptmx`',
    ]],
    [[{ from: '1.13' }], [
      `mount_setattr \`…\` (maybe the file system used doesn't support idmap mounts on this kernel?)`,
    ]],
    [[{ from: '1.14.1' }], [
      'the working directory is not accessible from the current namespace',
    ]],
    [[{ from: '1.18' }], [
      'duplicate namespace type: `…`',
    ]],
    [[{ from: '1.20' }], [
      'controller `…` is not available under',
    ]],
    [[{ from: '1.21' }], [
      'the path `…` exists but it is not executable',
    ]],
    [[{ from: '1.22' }], [
      'setns to target user namespace `…`',
      'mkdirat `…`',
      'create file `…`',
      'mknodat `…`',
      'symlinkat `/dev/…`',
      'join keyctl `…`',
      'write to file `…`',
    ]],
    [[{ from: '1.25.1' }], [
      'write to `uid_map`',
      'write to `gid_map`',
    ]],
    [[{ from: '1.29' }], [
      'the rootfs path `…` does not exist',
    ]],
  ]),
];
