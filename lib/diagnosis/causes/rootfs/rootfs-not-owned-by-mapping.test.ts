import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runcInit } from '../../testing/lines';
import { rootfsNotOwnedByMapping } from './rootfs-not-owned-by-mapping';

const rootfs = '/mycontainer/rootfs';
const denied = runcInit(`error mounting "proc" to rootfs at "/proc": mkdir ${rootfs}/proc: permission denied`);
const listing = (mode: string, owner: number) => asRoot(`ls -ldn ${rootfs}`, `${mode} 18 ${owner} ${owner} 4096 Nov  1 10:00 ${rootfs}\n`);

describeCause(rootfsNotOwnedByMapping, {
  proved: {
    'owned by host root, and /proc cannot be made in it': { 'config.json': bundleConfig(), 'run.log': denied, 'ls.txt': listing('drwxr-xr-x', 0) },
    'closed to everyone else': { 'config.json': bundleConfig(), 'ls.txt': listing('drwx------', 1000) },
  },
  refuted: {
    'owned by the first mapped ID': { 'config.json': bundleConfig(), 'run.log': denied, 'ls.txt': listing('drwxr-xr-x', 65536) },
    'the path that failed lies elsewhere': {
      'config.json': bundleConfig(),
      'run.log': runcInit('error mounting "proc" to rootfs at "/proc": mkdir /run/containerd/io.containerd.runtime.v2.task/default/web/rootfs/proc: permission denied'),
    },
    'Podman keeps the tree and gives it to the mapped IDs': {
      'run.log': runcInit('error mounting "proc" to rootfs at "/proc": mkdir /home/app/.local/share/containers/storage/overlay/1a2b/merged/proc: permission denied'),
    },
  },
  supported: {
    'a foreign owner and a refusal, without the map': { 'run.log': denied, 'ls.txt': listing('drwxr-xr-x', 0) },
  },
  open: {
    'a foreign owner alone proves nothing: a 0755 tree that holds its mount points starts': { 'config.json': bundleConfig(), 'ls.txt': listing('drwxr-xr-x', 0) },
    'the log alone': { 'run.log': denied },
  },
});

const commands = (changes: Parameters<typeof bundleConfig>[0], ls: string) =>
  rootfsNotOwnedByMapping.judge(gatherFacts(textsOf({ 'config.json': bundleConfig(changes), 'ls.txt': ls }))).statement?.fixes[0]?.commands ?? [];

test('the owner is given for this tree, from this owner to this root', () => {
  const all = commands({}, listing('drwx------', 1000)).join('\n');
  expect(all).toContain('65536');
  expect(all).toContain(rootfs);
  expect(all).not.toContain('<');
});

test('no command that changes an owner is built for a path of the system', () => {
  for (const path of ['/', '/usr', '/etc', '/home']) {
    const ls = asRoot(`ls -ldn ${path}`, `drwx------ 18 1000 1000 4096 Nov  1 10:00 ${path}\n`);
    expect(commands({ root: { path } }, ls).join('\n'), path).not.toMatch(/chown|chmod|setfacl/);
  }
});
