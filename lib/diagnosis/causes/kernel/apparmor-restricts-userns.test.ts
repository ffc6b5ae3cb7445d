import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asUser } from '../../testing/lines';
import { apparmorRestrictsUserns } from './apparmor-restricts-userns';

const refusedUnshare = 'unshare: write failed /proc/self/uid_map: Operation not permitted\n';
const setting = (value: string) => asUser('sysctl kernel.apparmor_restrict_unprivileged_userns', `kernel.apparmor_restrict_unprivileged_userns = ${value}\n`);
const release = asUser('cat /etc/os-release', 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n');

describeCause(apparmorRestrictsUserns, {
  proved: {
    'the audit log shows the profile': {
      'dmesg.txt': 'audit: type=1400 audit(1723479095.678:170): apparmor="DENIED" operation="capable" class="cap" profile="unprivileged_userns" pid=271 comm="runc" capability=8 capname="setpcap"\n',
    },
    'RootlessKit says so': {
      'run.log': '[rootlesskit:parent] error: This error might have happened because /proc/sys/kernel/apparmor_restrict_unprivileged_userns is set to 1\n',
    },
  },
  refuted: {
    'Fedora has no AppArmor': { 'os-release.txt': 'PRETTY_NAME="Fedora Linux 41 (Workstation Edition)"\n', 'run.log': 'cannot clone: Permission denied\n' },
    'the setting is off': { 'sysctl.txt': setting('0'), 'run.log': refusedUnshare },
  },
  supported: {
    'a program lacks a capability in a namespace of its own': { 'run.log': 'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted\n' },
    'Chromium names AppArmor': { 'run.log': '[1:1:0301/100000.123456:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox! If you are running on Ubuntu 23.10+ or another Linux distro that has disabled unprivileged user namespaces with AppArmor, see the documentation.\n' },
    'the setting is on, and a map was refused': { 'sysctl.txt': setting('1'), 'run.log': refusedUnshare },
    'the errno is that of a security module': { 'run.log': 'bwrap: Creating new namespace failed: Permission denied\n' },
    'Ubuntu 24.04 sets it': { 'os-release.txt': release, 'run.log': refusedUnshare },
  },
  open: { 'the refusal alone': { 'run.log': refusedUnshare } },
});

test('what a tool started is not the program to allow', () => {
  const denied = (comm: string) => ({ 'dmesg.txt': `audit: type=1400 audit(1723479095.678:170): apparmor="DENIED" operation="capable" class="cap" profile="unprivileged_userns" pid=271 comm="${comm}" capability=21 capname="sys_admin"\n` });
  const title = (comm: string) => apparmorRestrictsUserns.judge(gatherFacts(textsOf(denied(comm)))).statement?.title;
  expect(title('podman')).toMatchObject({ values: { program: '`podman`' } });
  expect(title('newuidmap')).not.toMatchObject({ values: { program: '`newuidmap`' } });
});
