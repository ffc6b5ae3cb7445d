import { rowsBy, type MessageRow } from './message';

/** bubblewrap, unshare(1) and the kernel's audit log. */
export const host: readonly MessageRow[] = [
  ...rowsBy('kernel', [
    { prints: ['apparmor="DENIED" operation={quoted} {any}profile="unprivileged_userns"'], symptom: 'userns-confined-by-apparmor', seen: 'audit: type=1400 audit(1723479095.678:170): apparmor="DENIED" operation="capable" class="cap" profile="unprivileged_userns" pid=271 comm="runc" capability=8 capname="setpcap"' },
    { prints: ['apparmor="DENIED" operation="userns_create"', 'apparmor="AUDIT" operation="userns_create" {any}Userns create - transitioning profile'], symptom: 'userns-confined-by-apparmor', seen: 'audit: type=1400 audit(1769268821.264:1554): apparmor="DENIED" operation="userns_create" class="namespace" info="Userns create restricted - failed to find unprivileged_userns profile" error=-13 profile="unconfined" pid=233' },
    // What was refused to a program, which may stop nothing; whether it did is told elsewhere.
    { prints: ['avc: denied \{ {any} \} for {any} permissive=0', 'avc: denied \{ {any} \} for'], symptom: 'selinux-refused', vague: true, seen: 'type=AVC msg=audit(1687430789.136:1239): avc:  denied  { write } for  pid=1990 comm="exe" name="data" dev="dm-0" ino=12 scontext=system_u:system_r:container_t:s0 tcontext=unconfined_u:object_r:user_home_t:s0 tclass=dir permissive=0' },
    { prints: ['apparmor="DENIED" operation="mount"', 'apparmor="DENIED" operation="pivotroot"', 'apparmor="DENIED" operation="umount"', 'apparmor="DENIED" operation="change_onexec"', 'apparmor="DENIED" operation="ptrace"', 'apparmor="DENIED" operation="open"', 'apparmor="DENIED" operation="exec"', 'apparmor="DENIED" operation="signal"'], symptom: 'apparmor-profile-refused', vague: true, seen: 'audit: type=1400 audit(1.2:3): apparmor="DENIED" operation="mount" class="mount" info="failed flags match" error=-13 profile="docker-default" name="/proc/" pid=42 comm="runc"' },
    { prints: ['type=1326 audit({any}): {any} syscall={count}', 'type=SECCOMP msg=audit({any}): {any} syscall={count}'], symptom: 'syscall-blocked', vague: true, seen: 'audit: type=1326 audit(1723479095.678:170): auid=1000 uid=0 gid=0 ses=1 pid=271 comm="runc" exe="/usr/bin/runc" sig=0 arch=c000003e syscall=272 compat=0 ip=0x7f code=0x50000' },
  ]),
  ...rowsBy('bubblewrap', [
    { prints: ['setting up uid map: {errno}', 'setting up gid map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'bwrap: setting up uid map: Permission denied' },
    { prints: ['Creating new namespace failed: {errno}', 'No permissions to creating new namespace{any}', 'No permissions to create new namespace{any}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'bwrap: No permissions to create new namespace, likely because the kernel does not allow non-privileged user namespaces.' },
    // bubblewrap.c, setup_newroot and bind-mount.c.
    { prints: ["Can't mount devpts on {path}: {errno}"], errnos: ['EINVAL'], symptom: 'devpts-mount-invalid', seen: "bwrap: Can't mount devpts on /newroot/dev/pts: Invalid argument" },
    { prints: ["Can't mount proc on {path}: {errno}"], errnos: ['EPERM'], symptom: 'proc-mount-refused', seen: "bwrap: Can't mount proc on /newroot/proc: Operation not permitted" },
    { prints: ["Can't bind mount {source} on {path}: {errno}", "Can't find source path {path}: {errno}"], errnos: ['EACCES'], symptom: 'bind-source-refused', seen: "bwrap: Can't find source path /run/user/0/doc: Permission denied" },
    { prints: ["Can't find source path {path}: {errno}", "Can't bind mount {source} on {path}: {errno}"], errnos: ['ENOENT'], symptom: 'bind-source-not-found', seen: "bwrap: Can't find source path /srv/none: No such file or directory" },
    { prints: ["Can't mount {any} on {path}: {errno}", 'bwrap: Failed to make / slave: {errno}'], errnos: ['EACCES'], symptom: 'mount-denied', seen: 'bwrap: Failed to make / slave: Permission denied' },
    // In a user namespace of its own a program holds every capability (user_namespaces(7)).
    { prints: ['bwrap: loopback: Failed {any}: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'capabilities-refused', seen: 'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted' },
    { prints: ['Creating new namespace failed, likely because the kernel does not support user namespaces'], symptom: 'userns-unknown-to-kernel', seen: 'bwrap: Creating new namespace failed, likely because the kernel does not support user namespaces.  bwrap must be installed setuid on such systems.' },
    { prints: ['Creating new namespace failed: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'bwrap: Creating new namespace failed: No space left on device' },
  ]),
  ...rowsBy('any', [
    { prints: ['unshare: unshare failed: {errno}', 'unshare: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'unshare: unshare failed: Operation not permitted' },
    { prints: ['unshare: unshare failed: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'unshare: unshare failed: No space left on device' },
    { prints: ['unshare: write failed /proc/self/uid_map: {errno}', 'unshare: write failed /proc/self/gid_map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'unshare: write failed /proc/self/uid_map: Operation not permitted' },
    { prints: ['echo: write error: {errno}', '/proc/{pid}/uid_map: {errno}', '/proc/{pid}/gid_map: {errno}', 'write /proc/{pid}/uid_map: {errno}', 'write /proc/{pid}/gid_map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: './mkns.sh: line 3: echo: write error: Operation not permitted' },
    { prints: ['/proc/{pid}/setgroups: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'setgroups-file-denied', seen: 'bash: /proc/4242/setgroups: Permission denied' },
    { prints: ['unshare: unshare failed: {errno}'], errnos: ['EINVAL', 'ENOSYS'], symptom: 'userns-unknown-to-kernel', seen: 'unshare: unshare failed: Invalid argument' },
    { prints: ['Error during unshare(CLONE_NEWUSER): {errno}', 'unshare(CLONE_NEWUSER): {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'Error during unshare(CLONE_NEWUSER): Permission denied' },
    { prints: ['Failed to set AppArmor label {quoted}', 'Failed to change apparmor profile to {any}', 'Cannot use generated profile: apparmor_parser not available', 'Failed to load apparmor profile {any}'], symptom: 'apparmor-profile-refused', seen: 'lxc_apparmor - lsm/apparmor.c:apparmor_process_label_set:243 - No such file or directory - Failed to change apparmor profile to lxc-container-default-cgns' },
    { prints: ['failed to find cpu cgroup (v2)', 'failed to find cpuset cgroup (v2)', 'failed to find {any} cgroup (v2)', 'rootless: no delegated cgroup controllers'], symptom: 'cgroup-refused', seen: 'level=fatal msg="failed to find cpuset cgroup (v2)"' },
    { prints: ['running exec setns process for init caused {any}exit status {count}'], symptom: 'init-vanished', seen: 'oci runtime error: container_linux.go:247: starting container process caused "process_linux.go:245: running exec setns process for init caused \\"exit status 29\\""' },
    // mount(8) of util-linux says so for EPERM and for EACCES, unshare(1) with the text of the errno.
    { prints: ['mount: /proc: permission denied', 'unshare: mount /proc failed: {errno}', 'unshare: mount /proc failed'], errnos: ['EPERM'], symptom: 'proc-mount-refused', seen: 'unshare: mount /proc failed: Operation not permitted' },
    { prints: ['mount: /sys: permission denied'], symptom: 'sysfs-mount-refused', seen: 'mount: /sys: permission denied.' },
    { prints: ['mount: {source}: permission denied', 'mount: {source}: must be superuser to use mount', 'mount: permission denied (are you root?)', 'mount: only root can do that', 'mount: {source}: cannot mount {any} read-only'], symptom: 'mount-refused', vague: true, seen: 'mount: /mnt/data: permission denied.' },
    { prints: ['unshare: cannot change root filesystem propagation: {errno}', 'unshare: mount /proc failed: {errno}'], errnos: ['EACCES'], symptom: 'mount-denied', seen: 'unshare: cannot change root filesystem propagation: Permission denied' },
    { prints: ['unshare: cannot change root filesystem propagation: {errno}'], errnos: ['EPERM'], symptom: 'mount-propagation-refused', seen: 'unshare: cannot change root filesystem propagation: Operation not permitted' },
    { prints: ['VFS: Mount too revealing'], symptom: 'mount-too-revealing', seen: '[ 2613.120211] VFS: Mount too revealing' },
    { prints: ['open /etc/subuid: {errno}', 'open /etc/subgid: {errno}', 'cannot open /etc/subuid: {errno}', 'could not open /etc/subuid: {any}'], errnos: ['ENOENT', 'EACCES'], symptom: 'subid-range-not-found', seen: "Error starting daemon: Can't create ID mappings: open /etc/subuid: no such file or directory" },
    { prints: ['echo: write error: {errno}'], errnos: ['EINVAL'], symptom: 'id-map-write-invalid', vague: true, seen: './mkns.sh: line 3: echo: write error: Invalid argument' },
    { prints: ['write to /proc/{pid}/uid_map: {errno}', 'write /proc/{pid}/uid_map: {errno}', 'write /proc/{pid}/gid_map: {errno}', 'uid_map: write failed: {errno}'], errnos: ['EINVAL'], symptom: 'id-map-write-invalid', seen: 'write /proc/42/uid_map: Invalid argument' },
    { prints: ['unable to find user {any}: no matching entries in passwd file', 'unable to find group {any}: no matching entries in group file'], symptom: 'application-failed', seen: 'failed to start container: unable to find user web: no matching entries in passwd file' },
  ]),
];
