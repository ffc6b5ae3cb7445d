import { wordingsOf } from './wording';

/**
 * Words of runc. Versions: the git tags in which the string stands. Before 1.1 an error named the line of the source
 * that made it, which tells the release candidate; a fork has lines of its own.
 */
export const runcWordings = [
  ...wordingsOf('runc', [
    [[{ before: '1.0.0-rc1' }], [
      'Container start failed: […] System error',
    ]],
    [[{ before: '1.1' }], [
      'is not an absolute path or is a symlink',
    ]],
    [[{ before: '1.1.11' }], [
      `USER namespaces aren't enabled in the kernel`,
      `User namespace mappings specified, but USER namespace isn't enabled in the config`,
    ]],
    [[{ before: '1.2' }], [
      'User namespaces enabled, but no gid mappings found',
    ]],
    [[{ from: '1.0.0-rc1' }], [
      'selinux label is specified in config, but selinux is disabled or not supported',
    ]],
    [[{ from: '1.0.0-rc2' }], [
      'failed to update /proc/…/uid_map',
      'failed to update /proc/…/gid_map',
      `failed to write '…' to /proc/…/setgroups`,
      'chdir to cwd ("…") set in config.json failed',
    ]],
    [[{ from: '1.0.0-rc3' }], [
      'cannot use console socket if runc will not detach or allocate tty',
      'tmpcopyup: failed to copy … to',
    ]],
    [[{ from: '1.0.0-rc3', before: '1.0.0-rc94' }], [
      'failed to unshare namespaces',
    ]],
    [[{ from: '1.0.0-rc4', before: '1.2' }], [
      'User namespaces enabled, but no uid mappings found',
      'User namespaces enabled, but no user mapping found',
      'User namespaces enabled, but no group mapping found',
    ]],
    [[{ from: '1.0.0-rc4' }], [
      'cannot set any additional groups in a rootless container',
      'failed to update /proc/self/oom_score_adj',
      'KeyctlJoinSessionKeyring',
    ]],
    [[{ from: '1.0.0-rc5', before: '1.0.0-rc6' }], [
      'container_linux.go:348: starting container process',
      'process_linux.go:402: container init',
    ]],
    [[{ from: '1.0.0-rc5' }], [
      'rootless containers requires at least one UID mapping',
      'mapping tool not present',
      'failed to use newuid map on',
      'failed to use newgid map on',
    ]],
    [[{ from: '1.0.0-rc5', before: '1.1.11' }], [
      'cannot specify gid= mount options for unmapped gid in rootless containers',
      'cannot specify uid= mount options for unmapped uid in rootless containers',
    ]],
    [[{ from: '1.0.0-rc5', before: '1.2' }], [
      'cannot set uid to unmapped user in user namespace',
      'cannot set gid to unmapped user in user namespace',
    ]],
    [[{ from: '1.0.0-rc6', before: '1.0.0-rc7' }], [
      'container_linux.go:344: starting container process',
      'process_linux.go:424: container init',
    ]],
    [[{ from: '1.0.0-rc6' }], [
      'rootless container requires user namespaces',
      'rootless containers requires at least one GID mapping',
      'sysctl "…" is not allowed as it conflicts with the OCI "…" field',
      'failed to unshare user namespace',
      'failed to unshare cgroup namespace',
      'failed to become root in user namespace',
      'cannot set … limit: container could not join or create cgroup',
    ]],
    [[{ from: '1.0.0-rc8', before: '1.0.0-rc9' }], [
      'container_linux.go:345: starting container process',
      'process_linux.go:430: container init',
    ]],
    [[{ from: '1.0.0-rc9', before: '1.0.0-rc10' }], [
      'container_linux.go:346: starting container process',
    ]],
    [[{ from: '1.0.0-rc9', before: '1.0.0-rc91' }], [
      'process_linux.go:449: container init',
    ]],
    [[{ from: '1.0.0-rc10', before: '1.0.0-rc91' }], [
      'container_linux.go:349: starting container process',
    ]],
    [[{ from: '1.0.0-rc91', before: '1.0.0-rc92' }, { from: '1.0.0-rc93', before: '1.0.0-rc94' }], [
      'container_linux.go:367: starting container process',
    ]],
    [[{ from: '1.0.0-rc91', before: '1.0.0-rc93' }], [
      'process_linux.go:459: container init',
    ]],
    [[{ from: '1.0.0-rc91' }], [
      'process property must not be empty',
      'rootless needs no limits + no cgrouppath when no permission is granted for cgroups',
      'could not detect DBUS_SESSION_BUS_ADDRESS from the environment',
    ]],
    [[{ from: '1.0.0-rc92', before: '1.0.0-rc93' }], [
      'container_linux.go:370: starting container process',
    ]],
    [[{ from: '1.0.0-rc93', before: '1.0.0-rc94' }], [
      'process_linux.go:495: container init',
    ]],
    [[{ from: '1.0.0-rc93' }], [
      'sysctl "…" not allowed in host network namespace',
      'unable to get console',
    ]],
    [[{ from: '1.0.0-rc94', before: '1.1' }], [
      'container_linux.go:380: starting container process',
      'process_linux.go:545: container init',
    ]],
    [[{ from: '1.0.0-rc94' }], [
      'nsexec-1[',
      'nsexec-0[',
      'failed to unshare remaining namespaces',
      'failed to setns into … namespace',
      'unable to spawn stage-1',
      'failed to temporarily set process as dumpable',
      'failed to sync with stage-1: next state',
      'container init was OOM-killed (memory limit too low?)',
    ]],
    [[{ from: '1.0.0-rc95', before: '1.1' }], [
      'mount through procfd',
    ]],
    [[{ from: '1.0.0-rc95' }], [
      'change mount propagation through procfd',
    ]],
    [[{ from: '1.0.3' }], [
      'failed to connect to dbus (hint: for rootless containers, maybe you need to install dbus-user-session package',
    ]],
    [[{ from: '1.1.0-rc.1', before: '1.2' }], [
      '(via /proc/self/fd/…), flags: 0x',
      'failed to open mount source …',
      'malformed mountFds slice. Expected size: …, got: …. Slice',
    ]],
    [[{ from: '1.1.0-rc.1' }], [
      'error mounting "…" to rootfs at',
      'runc run failed: unable to start container process',
      'root must be specified',
      'invalid rootfs',
      'invalid rootfs: not an absolute path, or a symlink',
      'invalid mount …: mount field contains null byte',
      `can't get final child's PID from pipe`,
      'error waiting for our first child to exit',
      'unable to apply cgroup configuration',
      'cannot use rootless systemd cgroups manager on cgroup v1',
      'unable to start unit "…" (properties …)',
      'error preparing rootfs',
      'error jailing process inside rootfs',
      'error setting rootfs as readonly',
      'error creating device nodes',
      'error setting up ptmx',
      'error setting up /dev symlinks',
      'error reopening /dev/null inside container',
      `can't mask path "…"`,
      `can't make "…" read-only`,
      'unable to join session keyring: unable to create session key',
      'unable to mod keyring permissions',
      'unable to apply apparmor profile: apparmor failed to apply profile',
      `can't set process label`,
      'unable to setup user',
      'unable to apply bounding set',
      'unable to apply caps',
      'unable to set keep caps',
      'error setting rlimits for ready process',
      'unable to setup exec fifo',
      'unable to init seccomp',
      'error during container init',
      'unable to start container process',
    ]],
    [[{ from: '1.1.11' }], [
      `user namespaces aren't enabled in the kernel`,
      `user namespace mappings specified, but user namespace isn't enabled in the config`,
      'user namespaces enabled, but no namespace path to join nor mappings to apply specified',
      'mapping for uid … (host id …) is larger than native integer size',
      'user namespaces enabled, but both namespace path and non-matching mapping specified -- you may only provide one',
      'config.json has both a userns path to join and a matching userns mapping specified -- you may only provide one',
      'failed to cache mappings for userns',
      'userns spawn: open userns path … failed',
      'userns spawn: setns … failed',
      'failed to parse … of userns',
      'cannot specify … mount option for rootless container',
    ]],
    [[{ from: '1.1.12' }], [
      'current working directory is outside of container mount namespace root -- possible container breakout detected',
    ]],
    [[{ from: '1.1.14', before: '1.2' }], [
      'bind mount source stat',
    ]],
    [[{ from: '1.2.0' }], [
      'Creating a rootless container with no cgroup and no private pid namespace',
    ]],
    [[{ from: '1.2.0-rc.1', before: '1.2.7' }, { from: '1.3.0-rc.1', before: '1.3.0' }], [
      'dstFd=/proc/thread-self/fd/…, flags=0x',
    ]],
    [[{ from: '1.2.0-rc.1' }], [
      'user namespaces enabled, but no uid mappings found',
      'user namespaces enabled, but no gid mappings found',
      'user namespaces enabled, but no mapping found for uid',
      'user namespaces enabled, but no mapping found for gid',
      'invalid mount …: bind mounts cannot have any filesystem-specific options applied',
      'invalid mount …: id-mapped mounts are only supported for bind-mounts',
      'invalid mount …: id-mapped mounts are not supported for rootless containers',
      'invalid mount …: id-mapped mounts must have both uid and gid mappings specified',
      'mount …: relative destination path is **deprecated**, using it as relative to /',
      'config cannot be null',
      'failed to update /proc/…/timens_offsets',
      'mountfd request for "…" failed',
      'failed to fulfil mount request',
      'cannot fulfil mount requests as a rootless user',
      `failed to set MOUNT_ATTR_IDMAP on …: … (maybe the filesystem used doesn't support idmap mounts on this kernel?)`,
      'open_tree(OPEN_TREE_CLONE) …',
      'failed to create userns for … id-mapping',
      'failed to open existing userns for … id-mapping',
      'new mount api: only bind-mounts are supported',
      'cannot setuid to unmapped uid … in user namespace',
      'cannot setgid to unmapped gid … in user namespace',
      'unable to create safe /proc/self/exe clone for runc init',
      'error spawning mount remapping thread',
    ]],
    [[{ from: '1.2.0-rc.3' }], [
      'to rootfs at "…": create mountpoint for',
    ]],
    [[{ from: '1.2.7', before: '1.3' }, { from: '1.3.0' }], [
      'dstFd=/proc/thread-self/fd/…, flags=MS_',
      'runc … failure might be caused by lack of full access to cgroups',
      'failed to set user-requested vfs flags on bind-mount: cannot clear locked flags …',
      'failed to set user-requested vfs flags on bind-mount: cannot change locked atime flags …',
      'failed to set user-requested vfs flags on bind-mount: remount with locked flags … re-applied',
    ]],
    [[{ from: '1.2.7', before: '1.3' }, { from: '1.3.1' }], [
      'unable to apply root propagation flags',
    ]],
    [[{ from: '1.2.8', before: '1.3' }, { from: '1.3.3', before: '1.4' }, { from: '1.4.0-rc.3' }], [
      'make mountpoint "…": mkdirat',
      'lookup mountpoint target',
      'reopen mountpoint after mount',
      'create device inode …',
      'mkdir parent of device inode "…"',
      'failed to write sysctl … = "…"',
      'open sysctl … file',
      'create /dev/console mount target',
      'reopen ptmx to get new pty pair',
      'failed to get peer end of newly-allocated console',
      'ptmx handle is not on a real devpts mount: super magic is',
    ]],
    [[{ from: '1.3.0-rc.1' }], [
      'failed to join {…} namespaces',
    ]],
    [[{ from: '1.3.6', before: '1.4' }, { from: '1.4.3', before: '1.5' }, { from: '1.5.0-rc.2' }], [
      'open rootfs handle',
    ]],
    [[{ from: '1.3.6', before: '1.4' }, { from: '1.4.3', before: '1.5' }, { from: '1.5.0-rc.3' }], [
      'configuring container /dev',
    ]],
    [[{ from: '1.4.0' }], [
      '; runc init error(s)',
    ]],
    [[{ from: '1.4.0-rc.1' }], [
      'network devices are not supported for rootless containers',
    ]],
    [[{ from: '1.4.0-rc.2' }], [
      'setting ucounts without a user namespace not allowed',
    ]],
  ]),
];
