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
