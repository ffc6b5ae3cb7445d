import { expect, test } from 'vitest';
import { gatherFacts } from './gather-facts';

const failureIn = (text: string) => gatherFacts([{ name: 'run.log', text }]).failure?.symptom;

test('what a debug line tells counts where the rest only says that something failed', () => {
  const reason = 'time="2026-03-01T10:00:00Z" level=debug msg="error from newuidmap: newuidmap: open of uid_map failed: Permission denied\\n"\n';
  expect(failureIn(`${reason}Error: cannot setup namespace using newuidmap: exit status 1\n`)).toBe('newidmap-lacks-privilege');
  expect(failureIn(`${reason}Error: statfs /srv/none: no such file or directory\n`)).toBe('bind-source-not-found');
});

test('a program that makes its namespace anew is not stopped by the old one', () => {
  const lines = 'newuidmap: write to uid_map failed: Operation not permitted\nERRO[0000] invalid internal status, try resetting the pause process with "podman system migrate": cannot set up namespace using "/usr/bin/newuidmap": exit status 1\n';
  expect(failureIn(lines)).toBe('newidmap-write-refused');
});

test('a daemon that is not well by its own log was well enough to run what was seen to run', () => {
  const unwell = 'time="2026-03-01T10:00:00Z" level=error msg="loading cgroup for 7" error="cgroups: cgroup mountpoint does not exist"\n';
  const session = "root@node1:~# ctr run --rm docker.io/library/web:web web sh -c 'echo started; cat /proc/self/uid_map'\nstarted\n         0          0 4294967295\n";
  const heard = (...texts: string[]) => gatherFacts(texts.map((text, index) => ({ name: `${index}.log`, text })));
  expect(heard(unwell).failure?.symptom).toBe('daemon-unwell');
  expect(heard(unwell, session)).toMatchObject({ started: { value: true } });
  expect(heard(unwell, session).failure).toBeUndefined();
});

test('what a container printed that ended with status 0 stopped nothing', () => {
  const session = (status: number, command = 'runc run web') => `root@node1:/web# ${command}\ncat: can't open '/nothing': No such file or directory\nbash: /data/x: Permission denied\nroot@node1:/web# echo $?\n${status}\n`;
  expect(failureIn(session(0))).toBeUndefined();
  expect(failureIn(session(1))).toBeDefined();
  expect(failureIn(session(0, 'runc run -d web'))).toBeDefined();
  expect(failureIn(session(0, 'runc run web | tee run.log'))).toBeDefined();
});
