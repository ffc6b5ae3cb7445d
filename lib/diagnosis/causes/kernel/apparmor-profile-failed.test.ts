import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { podman, runcInit } from '../../testing/lines';
import { apparmorProfileFailed } from './apparmor-profile-failed';

const profiled = (apparmorProfile: string) => bundleConfig({ process: { apparmorProfile } });
const notLoaded = runcInit('unable to apply apparmor profile: apparmor failed to apply profile: write /proc/self/attr/apparmor/exec: no such file or directory');
const mountDenied = runcInit('error mounting "tmpfs" to rootfs at "/dev": mount src=tmpfs, dst=/dev, flags=MS_NOSUID: permission denied');
const denial = (profile: string) => `audit: type=1400 audit(1.2:3): apparmor="DENIED" operation="mount" class="mount" info="failed flags match" error=-13 profile="${profile}" name="/x/" pid=42 comm="runc"\n`;

describeCause(apparmorProfileFailed, {
  proved: {
    'the profile is not loaded: config and log': { 'config.json': profiled('my-profile'), 'run.log': notLoaded },
    'the profile of the outer container denies a mount': { 'run.log': podman('mount `/srv/a` to `a`: Permission denied'), 'dmesg.txt': denial('docker-default') },
  },
  refuted: {
    'Fedora has no AppArmor': { 'run.log': mountDenied, 'os-release.txt': 'PRETTY_NAME="Fedora Linux 41"\n' },
    'no profile is asked for': { 'config.json': profiled('unconfined'), 'run.log': podman('pivot_root: Operation not permitted') },
  },
  supported: {
    'a mount is denied where AppArmor is in force': { 'run.log': mountDenied, 'os-release.txt': 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\n' },
    'LXC has a profile around each container': { 'lxc.log': 'lxc 20260301100000.987 ERROR lxc_conf - conf.c:lxc_mount_auto_mounts:743 - Permission denied - error mounting proc on /usr/lib/lxc/proc flags 14\n' },
    'runc finds a setting of the network and cannot open it': { 'run.log': runcInit('open sysctl net.ipv4.ping_group_range file: reopen fd 9: permission denied') },
    'a mount of the child is refused with the errno of a profile': { 'run.log': '[rootlesskit:child ] error: failed to share mount point: /: permission denied\n' },
  },
  open: {
    'a mount is denied on a host that nothing is known of': { 'run.log': mountDenied },
    'a denial of a program that has nothing to do with it': {
      'run.log': podman('mount `/srv/a` to `a`: Permission denied'),
      'dmesg.txt': denial('/usr/sbin/cupsd').replace('comm="runc"', 'comm="cupsd"'),
    },
    "Ubuntu's restriction is another cause": { 'run.log': 'unshare: unshare failed: Permission denied\n', 'dmesg.txt': denial('unprivileged_userns') },
    'a profile is asked for, and nothing failed': { 'config.json': profiled('my-profile') },
  },
});
