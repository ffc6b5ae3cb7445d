import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runcInit } from '../../testing/lines';
import { rootfsParentNotTraversable } from './rootfs-parent-not-traversable';

const denied = runcInit('error preparing rootfs: permission denied');
const walk = (parent: string, path = '/mycontainer') =>
  asRoot(`namei -l ${path}/rootfs`, `f: ${path}/rootfs\ndrwxr-xr-x root  root  /\n${parent} root  root  ${path.slice(1)}\ndrwxr-xr-x 65536 65536 rootfs\n`);

describeCause(rootfsParentNotTraversable, {
  proved: {
    'the directory above is closed, and the way was refused': { 'config.json': bundleConfig(), 'run.log': denied, 'namei.txt': walk('drwx------') },
    'the map is known, so a closed directory stops mapped root': { 'config.json': bundleConfig(), 'namei.txt': walk('drwx------') },
  },
  refuted: {
    'every directory lets others through': { 'config.json': bundleConfig(), 'namei.txt': walk('drwxr-xr-x'), 'run.log': denied },
    'readable is not needed: x alone lets through': { 'config.json': bundleConfig(), 'namei.txt': walk('drwx--x--x') },
  },
  open: {
    'a store that Podman keeps may lie below a closed directory': { 'run.log': 'Error: crun: make `/home/app/.local/share/containers/storage/overlay/5f2a/merged` private: Permission denied: OCI permission denied\n' },
    'the log alone': { 'run.log': denied },
    'the config alone': { 'config.json': bundleConfig() },
  },
});

test('o+x on the very directory, and none on one of the system', () => {
  const commands = (config: string, namei: string) =>
    rootfsParentNotTraversable.judge(gatherFacts(textsOf({ 'config.json': config, 'namei.txt': namei }))).statement?.fixes[0]?.commands ?? [];
  expect(commands(bundleConfig(), walk('drwx------'))).toContain('chmod o+x -- /mycontainer');
  const ofSystem = commands(bundleConfig({ root: { path: '/etc/rootfs' } }), walk('drwx------', '/etc'));
  expect(ofSystem.join('\n')).not.toMatch(/chmod/);
});
