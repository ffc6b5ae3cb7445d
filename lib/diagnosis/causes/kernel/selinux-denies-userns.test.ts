import { describeCause } from '../../testing/describe-cause';
import { runcInit } from '../../testing/lines';
import { selinuxDeniesUserns } from './selinux-denies-userns';

const avc = (permission: string, tclass: string, permissive: number) =>
  `type=AVC msg=audit(1687430789.136:1239): avc:  denied  { ${permission} } for  pid=1990 comm="exe" scontext=system_u:system_r:container_t:s0:c570,c767 tcontext=system_u:system_r:container_t:s0:c570,c767 tclass=${tclass} permissive=${permissive}\n`;
const refusedUnshare = 'unshare: unshare failed: Permission denied\n';

describeCause(selinuxDeniesUserns, {
  proved: {
    'the audit log has the reason': { 'run.log': refusedUnshare, 'audit.log': avc('create', 'user_namespace', 0) },
    'the runtime died where it made the namespace': { 'run.log': "runc run failed: unable to start container process: can't get final child's PID from pipe: EOF\n", 'audit.log': avc('create', 'user_namespace', 0) },
    'a fresh mount could not be labelled': { 'run.log': runcInit('error mounting "mqueue" to rootfs at "/dev/mqueue": setxattr /srv/web/rootfs/dev/mqueue: operation not permitted') },
    'a label could not be set': { 'run.log': runcInit("can't set process label: write /proc/self/task/1/attr/exec: invalid argument") },
  },
  refuted: { 'it was only noted': { 'run.log': refusedUnshare, 'audit.log': avc('create', 'user_namespace', 1) } },
  open: {
    'another program was denied the use of what belongs to a container': {
      'run.log': 'unshare: unshare failed: Operation not permitted\n',
      'audit.log': 'type=AVC msg=audit(1687430789.136:1239): avc:  denied  { prog_run } for  pid=1 comm="systemd" scontext=system_u:system_r:init_t:s0 tcontext=system_u:system_r:container_runtime_t:s0 tclass=bpf permissive=0\n',
    },
    'on a host that has AppArmor': { 'run.log': refusedUnshare, 'os-release.txt': 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\n' },
    'a denial of a program that has nothing to do with it': {
      'run.log': 'unshare: unshare failed: Operation not permitted\n',
      'audit.log': 'type=AVC msg=audit(1687430789.136:1239): avc:  denied  { read } for  pid=77 comm="cupsd" scontext=system_u:system_r:cupsd_t:s0 tcontext=system_u:object_r:usr_t:s0 tclass=file permissive=0\n',
    },
  },
  supported: {
    'files of somebody else cannot be relabelled': { 'run.log': 'Error: lsetxattr(label=system_u:object_r:container_file_t:s0:c27,c424) /srv/data/a: operation not permitted\n' },
    'permission denied alone: the kernel itself answers otherwise': { 'run.log': refusedUnshare },
    'a mount is denied where SELinux is in force': { 'run.log': runcInit('error mounting "tmpfs" to rootfs at "/dev": mount src=tmpfs, dst=/dev, flags=MS_NOSUID: permission denied'), 'os-release.txt': 'PRETTY_NAME="Fedora Linux 41"\n' },
  },
});
