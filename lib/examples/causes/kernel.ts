import { bundleConfig } from '../../diagnosis/testing/bundle-config';
import { asRoot, asUser, runcInit } from '../../diagnosis/testing/lines';
import type { AreaExamples } from '../cause-example';
import { namespaces, sound, started, startedByUser, status, sysctl, uname } from './parts';

const nsexec = (errno: string) => asRoot('runc run web', `level=fatal msg="nsexec-1[4241]: failed to unshare user namespace: ${errno}"\n`);
const refusedUnshare = asUser('unshare --user true', 'unshare: unshare failed: Operation not permitted\n');
const keyctl = (errno: string) => runcInit(`unable to join session keyring: unable to create session key: ${errno}`);
const profiled = bundleConfig({ process: { apparmorProfile: 'my-profile' } });
const denied = 'audit: type=1400 audit(1723479095.678:170): apparmor="DENIED" operation="capable" class="cap" profile="unprivileged_userns" pid=271 comm="crun" capability=8 capname="setpcap"\n';
const avc = 'type=AVC msg=audit(1687430789.136:1239): avc:  denied  { create } for  pid=1990 comm="unshare" scontext=system_u:system_r:container_t:s0:c570,c767 tcontext=system_u:system_r:container_t:s0:c570,c767 tclass=user_namespace permissive=';
const asking = (key: string) => bundleConfig({ linux: { sysctl: { [key]: '1' }, ...namespaces('user', 'mount', 'pid', 'network', 'ipc') } });
const hidden = asUser('runc run web', 'newuidmap: Could not open proc directory for target 4242\n');
const proc = (options: string) => asRoot('mount', `proc on /proc type proc (${options})\n`);
const cgroupPath = bundleConfig({ linux: { cgroupsPath: '/user/app/web' } });
const memory = bundleConfig({ linux: { resources: { memory: { limit: 134217728 } } } });
const noLimit = asUser(
  'runc run web',
  'runc run failed: unable to start container process: error during container init: error setting cgroup config for procHooks process: cannot set memory limit: container could not join or create cgroup\n',
);

export const kernelExamples: AreaExamples<'kernel'> = {
  'max-user-namespaces-reached': {
    bad: { 'session.txt': sysctl('user.max_user_namespaces', 0) + nsexec('No space left on device') },
    good: { 'config.json': sound, 'session.txt': sysctl('user.max_user_namespaces', 127000) + started() },
  },
  'unprivileged-userns-disabled': {
    bad: { 'session.txt': sysctl('kernel.unprivileged_userns_clone', 0) + refusedUnshare },
    good: { 'config.json': sound, 'session.txt': sysctl('kernel.unprivileged_userns_clone', 1) + startedByUser() },
  },
  'apparmor-restricts-userns': {
    bad: { 'session.txt': sysctl('kernel.apparmor_restrict_unprivileged_userns', 1) + asUser('crun run web', 'write to `setgroups`: Permission denied\n'), 'dmesg.txt': denied },
    good: { 'config.json': sound, 'session.txt': sysctl('kernel.apparmor_restrict_unprivileged_userns', 0) + startedByUser() },
  },
  'userns-not-in-kernel': {
    bad: { 'session.txt': uname('4.4.302+') + nsexec('Invalid argument') },
    good: { 'config.json': sound, 'session.txt': uname('6.1.0-18-amd64') + sysctl('user.max_user_namespaces', 127000) + started() },
  },
  'selinux-denies-userns': {
    bad: { 'session.txt': asRoot('unshare --user true', 'unshare: unshare failed: Permission denied\n'), 'audit.log': `${avc}0\n` },
    good: { 'config.json': sound, 'session.txt': started(), 'audit.log': `${avc}1\n` },
  },
  'apparmor-profile-failed': {
    bad: { 'config.json': profiled, 'run.log': runcInit('unable to apply apparmor profile: apparmor failed to apply profile: write /proc/self/attr/apparmor/exec: no such file or directory') },
    good: { 'config.json': bundleConfig({ process: { apparmorProfile: 'unconfined' } }) },
  },
  'seccomp-blocks-namespaces': {
    bad: { 'session.txt': status('00000000a80425fb', 2) + asRoot('runc run web', keyctl('operation not permitted')) },
    good: { 'config.json': sound, 'session.txt': status('000001ffffffffff', 0) + started() },
  },
  'keyring-quota-exceeded': {
    bad: { 'session.txt': sysctl('kernel.keys.maxkeys', 200) + asRoot('runc run web', keyctl('disk quota exceeded')) },
    good: { 'config.json': sound, 'session.txt': sysctl('kernel.keys.maxkeys', 1000000) + started() },
  },
  'sysctl-denied': {
    bad: { 'config.json': asking('net.core.rmem_max'), 'run.log': runcInit('open /proc/sys/net/core/rmem_max: permission denied') },
    good: { 'config.json': asking('net.ipv4.ip_forward') },
  },
  'caller-in-chroot': {
    bad: { 'session.txt': asRoot('chroot /mnt/build /bin/bash') + asRoot('unshare --user true', 'unshare: unshare failed: Operation not permitted\n') },
    good: { 'config.json': sound, 'session.txt': asRoot('systemd-detect-virt --chroot; echo $?', '1\n') + started() },
  },
  'proc-restricted': {
    bad: { 'session.txt': hidden, 'mounts.txt': proc('rw,nosuid,nodev,noexec,relatime,hidepid=2') },
    good: { 'config.json': sound, 'session.txt': startedByUser('runc'), 'mounts.txt': proc('rw,nosuid,nodev,noexec,relatime') },
  },
  'cgroup-not-delegated': {
    bad: { 'config.json': cgroupPath, 'session.txt': asUser('crun run web', 'create `/sys/fs/cgroup/user`: Permission denied\n') },
    good: { 'config.json': sound, 'session.txt': startedByUser() },
  },
  'cgroup-v1-rootless': {
    bad: { 'config.json': memory, 'session.txt': noLimit, 'mounts.txt': asRoot('mount', 'cgroup on /sys/fs/cgroup/memory type cgroup (rw,memory)\n') },
    good: { 'config.json': memory, 'session.txt': startedByUser('runc'), 'mounts.txt': asRoot('mount', 'cgroup2 on /sys/fs/cgroup type cgroup2 (rw,nosuid,nodev,noexec,relatime)\n') },
  },
};
