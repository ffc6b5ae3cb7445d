import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, podman, runc } from '../../testing/lines';
import { processExecutableDenied } from './process-executable-denied';

const config = bundleConfig({ process: { args: ['/app/run'] } });
const denied = runc('unable to start container process: exec: "/app/run": permission denied');
const listing = (mode: string, owner: number, rootfs = '/mycontainer/rootfs') =>
  asRoot(`ls -ln ${rootfs}/app/run`, `${mode} 1 ${owner} ${owner} 812 Nov  1 10:00 ${rootfs}/app/run\n`);

describeCause(processExecutableDenied, {
  proved: {
    'no x bit at all stops root as well': { 'config.json': config, 'run.log': denied, 'ls.txt': listing('-rw-r--r--', 65536) },
    'the owner is not mapped, and others may not execute it': { 'config.json': config, 'run.log': denied, 'ls.txt': listing('-rwxr-x---', 1000) },
    'a directory on the way is closed to mapped root': { 'config.json': config, 'run.log': denied, 'ls.txt': asRoot('ls -ldn /mycontainer/rootfs/app', 'drwx------ 2 0 0 4096 Nov  1 10:00 /mycontainer/rootfs/app\n') },
    'it is a directory, in the words of crun': { 'run.log': podman('the path `/app` is not a regular file: Operation not permitted') },
  },
  supported: { 'crun found it; its mount may forbid it too': { 'run.log': podman('the path `/app/run` exists but it is not executable: Permission denied') } },
  refuted: {
    'everyone may read and execute it': { 'config.json': config, 'run.log': denied, 'ls.txt': listing('-rwxr-xr-x', 0) },
  },
  open: {
    'the line alone': { 'run.log': denied },
    'a config alone': { 'config.json': config },
  },
});

test('a closed directory is opened, and for one that is no program another is chosen', () => {
  const firstOf = (ls: string) => processExecutableDenied.judge(gatherFacts(textsOf({ 'config.json': config, 'run.log': denied, 'ls.txt': ls }))).statement?.fixes[0];
  expect(firstOf(asRoot('ls -ldn /mycontainer/rootfs/app', 'drwx------ 2 0 0 4096 Nov  1 10:00 /mycontainer/rootfs/app\n'))?.commands[1]).toBe('chmod o+x -- /mycontainer/rootfs/app');
  expect(firstOf(asRoot('ls -ldn /mycontainer/rootfs/app/run', 'drwxr-xr-x 2 0 0 4096 Nov  1 10:00 /mycontainer/rootfs/app/run\n'))?.patch).toEqual([{ op: 'replace', path: '/process/args/0', value: '<program of the rootfs>' }]);
});

test('no chmod for a program of the system', () => {
  const judged = processExecutableDenied.judge(
    gatherFacts(textsOf({ 'config.json': bundleConfig({ root: { path: '/' }, process: { args: ['/usr/bin/env'] } }), 'run.log': denied.replace('/app/run', '/usr/bin/env') })),
  );
  expect(judged.statement?.fixes[0]?.commands.join('\n')).not.toMatch(/chmod .* \/usr/);
});

test.each([
  ['the owner is mapped', listing('-rw-r--r--', 65536), 'u+x'],
  ['the owner is not mapped', listing('-rwxr-x---', 1000), 'o+rx'],
  ['the owner is not mapped, and others may read it', listing('-rwxr-xr--', 1000), 'o+x'],
])('the least bit is given: %s', (_, ls, bits) => {
  const judged = processExecutableDenied.judge(gatherFacts(textsOf({ 'config.json': config, 'run.log': denied, 'ls.txt': ls })));
  expect(judged.statement?.fixes[0]?.commands.join('\n')).toContain(`chmod ${bits} -- /mycontainer/rootfs/app/run`);
});
