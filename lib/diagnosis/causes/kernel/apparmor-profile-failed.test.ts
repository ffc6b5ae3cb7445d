import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { podman, runcInit } from '../../testing/lines';
import { apparmorProfileFailed } from './apparmor-profile-failed';

const profiled = (apparmorProfile: string) => bundleConfig({ process: { apparmorProfile } });
const notLoaded = runcInit('unable to apply apparmor profile: apparmor failed to apply profile: write /proc/self/attr/apparmor/exec: no such file or directory');
const denial = (profile: string) => `audit: type=1400 audit(1.2:3): apparmor="DENIED" operation="mount" class="mount" info="failed flags match" error=-13 profile="${profile}" name="/x/" pid=42 comm="runc"\n`;

describeCause(apparmorProfileFailed, {
  proved: {
    'the profile is not loaded: config and log': { 'config.json': profiled('my-profile'), 'run.log': notLoaded },
    'the profile of the outer container denies a mount': { 'run.log': podman('mount `/srv/a` to `a`: Permission denied'), 'dmesg.txt': denial('docker-default') },
  },
  refuted: { 'no profile is asked for': { 'config.json': profiled('unconfined'), 'run.log': podman('pivot_root: Operation not permitted') } },
  supported: { 'a mount of the child is refused with the errno of a profile': { 'run.log': '[rootlesskit:child ] error: failed to share mount point: /: permission denied\n' } },
  open: {
    'a denial of a program that has nothing to do with it': {
      'run.log': podman('mount `/srv/a` to `a`: Permission denied'),
      'dmesg.txt': denial('/usr/sbin/cupsd').replace('comm="runc"', 'comm="cupsd"'),
    },
    "Ubuntu's restriction is another cause": { 'run.log': 'unshare: unshare failed: Permission denied\n', 'dmesg.txt': denial('unprivileged_userns') },
    'a profile is asked for, and nothing failed': { 'config.json': profiled('my-profile') },
  },
});
