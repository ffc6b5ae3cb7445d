import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runc, runcInit } from '../../testing/lines';
import { namespacePathInvalid } from './namespace-path-invalid';

const joining = (path: string) => bundleConfig({ linux: { namespaces: [{ type: 'user' }, { type: 'pid' }, { type: 'mount' }, { type: 'network', path }] } });
const gone = runc('namespace path: lstat /proc/4711/ns/net: no such file or directory');
const notJoined = (errno: string) => runc(`unable to start container process: can't get final child's PID from pipe: EOF; runc init error(s): nsexec-1[42]: failed to setns into network namespace: ${errno}`);

describeCause(namespacePathInvalid, {
  proved: {
    'the process has ended: config and log': { 'config.json': joining('/proc/4711/ns/net'), 'run.log': gone },
    'the line of runc alone': { 'run.log': gone },
    'the host says that it is gone': { 'config.json': joining('/run/netns/web'), 'ls.txt': asRoot('ls -l /run/netns/web', "ls: cannot access '/run/netns/web': No such file or directory\n") },
  },
  refuted: {
    'no namespace is joined by a path': { 'config.json': bundleConfig() },
    'the path is there, so the refused join has another reason': {
      'config.json': joining('/run/netns/web'),
      'run.log': notJoined('Operation not permitted'),
      'ls.txt': asRoot('ls -l /run/netns/web', '-r--r--r-- 1 root root 0 Nov  1 10:00 /run/netns/web\n'),
    },
  },
  supported: { 'the file is of another type': { 'config.json': joining('/run/netns/web'), 'run.log': notJoined('Invalid argument') } },
  open: {
    'a path of which nothing is known': { 'config.json': joining('/run/netns/web') },
    'a file of the rootfs that is missing is no namespace': { 'run.log': runcInit('exec: "/app/run": stat /app/run: no such file or directory') },
  },
});

const fixOf = (texts: Record<string, string>) => namespacePathInvalid.judge(gatherFacts(textsOf(texts))).statement?.fixes[0];

test('without a path, the title speaks of none', () => {
  const { statement } = namespacePathInvalid.judge(gatherFacts(textsOf({ 'run.log': notJoined('Invalid argument') })));
  expect(statement?.title).toMatchObject({ key: 'namespace-path-invalid/titleUnknown' });
});

test('the path that is gone is taken out of its entry', () => {
  expect(fixOf({ 'config.json': joining('/proc/4711/ns/net'), 'run.log': gone })?.patch).toEqual([{ op: 'remove', path: '/linux/namespaces/3/path' }]);
});

test('without the config, a command takes it out', () => {
  const first = fixOf({ 'run.log': gone });
  expect(first?.patch).toEqual([]);
  expect(first?.commands[1]).toContain('startswith("/proc/")');
});
