import { rowsBy, type MessageRow } from './message';

/** LXC, bubblewrap, unshare(1) and the kernel's audit log. */
export const host: readonly MessageRow[] = [
  ...rowsBy('kernel', [
    { prints: ['apparmor="DENIED" operation={quoted} {any}profile="unprivileged_userns"'], symptom: 'userns-confined-by-apparmor', seen: 'audit: type=1400 audit(1723479095.678:170): apparmor="DENIED" operation="capable" class="cap" profile="unprivileged_userns" pid=271 comm="runc" capability=8 capname="setpcap"' },
    { prints: ['apparmor="DENIED" operation="userns_create"', 'apparmor="AUDIT" operation="userns_create" {any}Userns create - transitioning profile'], symptom: 'userns-confined-by-apparmor', seen: 'audit: type=1400 audit(1769268821.264:1554): apparmor="DENIED" operation="userns_create" class="namespace" info="Userns create restricted - failed to find unprivileged_userns profile" error=-13 profile="unconfined" pid=233' },
  ]),
  ...rowsBy('bubblewrap', [
    { prints: ['bwrap: setting up uid map: {errno}', 'bwrap: setting up gid map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'bwrap: setting up uid map: Permission denied' },
    { prints: ['bwrap: Creating new namespace failed: {errno}', 'bwrap: No permissions to creating new namespace{any}', 'bwrap: No permissions to create new namespace{any}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'bwrap: No permissions to create new namespace, likely because the kernel does not allow non-privileged user namespaces.' },
    { prints: ['bwrap: Creating new namespace failed: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'bwrap: Creating new namespace failed: No space left on device' },
  ]),
  ...rowsBy('lxc', [
    { prints: ["{errno} - could not access {path}. Please grant it 'x' access", "{errno} - Could not access {path}. Please grant it x access"], errnos: ['EACCES'], symptom: 'rootfs-unreachable', seen: "lxc-start: start.c: print_top_failing_dir: 102 Permission denied - could not access /srv/lxc.  Please grant it 'x' access, or add an ACL for the container root." },
    { prints: ['{errno} - failed to get real path for {path}', '{errno} - Failed to get real path for {path}'], errnos: ['EACCES'], symptom: 'rootfs-unreachable', seen: "conf.c:mount_rootfs:866 - Permission denied - failed to get real path for '/srv/lxc/web/rootfs'" },
    { prints: ['{errno} - failed to get real path for {path}'], errnos: ['ENOENT'], symptom: 'rootfs-not-found', seen: "conf.c:mount_rootfs:866 - No such file or directory - failed to get real path for '/srv/lxc/web/rootfs'" },
  ]),
  ...rowsBy('any', [
    { prints: ['unshare: unshare failed: {errno}', 'unshare: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'unshare: unshare failed: Operation not permitted' },
    { prints: ['unshare: unshare failed: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'unshare: unshare failed: No space left on device' },
    { prints: ['unshare: write failed /proc/self/uid_map: {errno}', 'unshare: write failed /proc/self/gid_map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'unshare: write failed /proc/self/uid_map: Operation not permitted' },
    { prints: ['echo: write error: {errno}', '/proc/{pid}/uid_map: {errno}', '/proc/{pid}/gid_map: {errno}', 'write /proc/{pid}/uid_map: {errno}', 'write /proc/{pid}/gid_map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: './mkns.sh: line 3: echo: write error: Operation not permitted' },
    { prints: ['/proc/{pid}/setgroups: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'setgroups-file-denied', seen: 'bash: /proc/4242/setgroups: Permission denied' },
    { prints: ['unshare: unshare failed: {errno}'], errnos: ['EINVAL', 'ENOSYS'], symptom: 'userns-unknown-to-kernel', seen: 'unshare: unshare failed: Invalid argument' },
  ]),
];
