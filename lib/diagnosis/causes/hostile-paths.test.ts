import { describe, expect, test } from 'vitest';
import { causeIds } from '../cause-ids';
import { gatherFacts } from '../facts/gather-facts';
import type { Fix } from '../report';
import { bundleConfig } from '../testing/bundle-config';
import { expectSafe } from '../testing/expect-safe';
import { asRoot, runc } from '../testing/lines';
import { causes } from './index';

/** Paths that belong to the system, and other spellings of them: no command may change one, whatever a config says. */
const systemPaths = [
  '/', '//', '/.', '/etc', '/usr/..', '/var/lib', '/home', '/root', '/boot', '/dev', '/proc', '/sys', '/run', '/lib', '/lib64', '/bin', '/sbin',
  '.', '..', '', 'rootfs/../..', '/srv/../etc', '/etc/', '//etc', '/./etc', '/etc/passwd', '/usr/bin', '/proc/1/root', '/sys/fs/cgroup', '/dev/sda', '/lib/modules',
  '/boot/grub', '/srv/web/../../etc', '-rf', '--reference=/etc/shadow', '/srv/a\nb', "/srv/$(id)\u202e",
];

/** Failures that make a cause build a command for a path of the config or of the message. */
const failures = (path: string): readonly string[] => [
  runc(`unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mkdir ${path}/proc: permission denied`),
  runc(`unable to start container process: error during container init: error mounting "${path}" to rootfs at "/data": stat ${path}: no such file or directory`),
  runc(`unable to start container process: error during container init: error mounting "${path}" to rootfs at "/data": stat ${path}: permission denied`),
  runc(`unable to start container process: error during container init: error mounting "${path}" to rootfs at "/data": mkdirat ${path}/data: read-only file system`),
  runc(`unable to start container process: error during container init: error preparing rootfs: remount-private dst=${path}, flags=MS_PRIVATE: permission denied`),
  runc(`unable to start container process: exec: "${path}": permission denied`),
  runc(`unable to start container process: error during container init: error mounting "${path}" to rootfs at "/data": mount ${path}:/data: operation not permitted`),
  `type=AVC msg=audit(1.1:1): avc:  denied  { read } for  pid=1 comm="runc" path="${path}" scontext=system_u:system_r:container_t:s0 tcontext=system_u:object_r:user_home_t:s0 tclass=dir permissive=0\nls: ${path}: Permission denied\n`,
  `ls: can't open '/data': Permission denied\n`,
  `/bin/sh: can't create /dev/stdout: Permission denied\n`,
];

function textsOf(path: string, log: string) {
  const config = bundleConfig({ root: { path }, mounts: [{ destination: '/data', type: 'bind', source: path, options: ['rbind', 'rw'] }] });
  const listing = asRoot(`ls -ldn ${path}`, `drwx------ 2 0 0 4096 Nov  1 10:00 ${path}\n`);
  return [
    { name: 'config.json', text: config },
    { name: 'run.log', text: log },
    { name: 'ls.txt', text: listing },
    { name: 'session.txt', text: asRoot(`runc run -d web > ${path}`, log) },
  ];
}

const changing = /(?:^|&& |\|\| \{ |-exec )(?:chown|chmod|chcon|rm|rmdir|mv|mount|umount|setfacl|mkdir|install|cp|ln)\s/;
/** The one exception: a directory that is shown to be closed is opened for search, itself alone. */
const search = /^chmod o[+-]x -- \S+$/;
/** Commands and files that a fix names by itself; they are no values of the evidence. */
const ownCommands = new Set(['mount -o remount,hidepid=0 /proc', 'mount -o remount,hidepid=2 /proc']);
const ours = /^(?:\/usr\/bin\/new[ug]idmap|\/etc\/apparmor\.d\/userns-allowed|\/usr\/local\/sbin\/(?:runc|crun))$/;

/** `/usr/..` → `/`, as the kernel would walk it. */
function walked(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

const listed = /^\/(?:(?:etc|usr|bin|sbin|lib\w*|boot|dev|proc|sys)(?:\/.*)?|var|var\/lib|home|root|run|srv|tmp|opt|mnt|media)?$/;

function changed(fix: Fix): string[] {
  const undone = fix.undo.flatMap(({ key, values }) => (key === 'general/command' ? [String(values.command)] : []));
  return [...fix.commands, ...undone].filter((command) => changing.test(command) && !search.test(command) && !ownCommands.has(command));
}

describe.each(systemPaths)('root.path and a mount from %j', (path) => {
  test('no cause builds a command that changes it', () => {
    for (const log of failures(path)) {
      const facts = gatherFacts(textsOf(path, log));
      for (const id of causeIds) {
        for (const fix of causes[id].judge(facts).statement?.fixes ?? []) {
          expectSafe(fix);
          for (const command of changed(fix)) {
            const words = command.split(/\s+/).map((word) => word.replace(/^'|'$/g, ''));
            const named = words.filter((word) => word.startsWith('/') && !ours.test(word) && listed.test(walked(word)));
            expect(named, `${id}: ${command}`).toEqual([]);
            expect(words.includes(path) && path !== '', `${id}: ${command}`).toBe(false);
          }
        }
      }
    }
  });
});

test('an ordinary directory is changed, so that the test above can fail', () => {
  const path = '/srv/web/rootfs';
  const fixes = failures(path).flatMap((log) => {
    const facts = gatherFacts(textsOf(path, log));
    return causeIds.flatMap((id) => causes[id].judge(facts).statement?.fixes ?? []);
  });
  const commands = new Set(fixes.flatMap(changed).map((command) => command.split(' ')[0]));
  expect([...commands]).toEqual(expect.arrayContaining(['chown', 'mkdir', 'chmod']));
});
