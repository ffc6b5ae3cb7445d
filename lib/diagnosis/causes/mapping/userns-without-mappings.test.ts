import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { usernsWithoutMappings } from './userns-without-mappings';

const without = bundleConfig({ linux: { uidMappings: undefined, gidMappings: undefined } });

describeCause(usernsWithoutMappings, {
  proved: {
    'a new namespace, and no map': { 'config.json': without },
    'only the uid map is given': { 'config.json': bundleConfig({ linux: { gidMappings: [] } }) },
    'config and log: what crun makes up lacks the group of devpts': { 'config.json': without, 'session.txt': asRoot('crun run web', 'mount `devpts` to `dev/pts`: Invalid argument\n') },
    'ctr is given one option alone, beside the config of another container': {
      'config.json': bundleConfig(),
      'session.txt': asRoot("ctr run --rm --uidmap 0:100000:65536 docker.io/library/web:web web sh -c 'echo started; cat /proc/self/uid_map'", 'started\n         0          0 4294967295\n'),
    },
    'the line of runc alone': { 'run.log': runc('user namespaces enabled, but no uid mappings found') },
  },
  refuted: {
    'both maps are given': { 'config.json': bundleConfig() },
    'both are given, and devpts is refused for another reason': { 'config.json': bundleConfig(), 'session.txt': asRoot('crun run web', 'mount `devpts` to `dev/pts`: Invalid argument\n') },
  },
  open: {
    'crun makes a map of its own, and nothing failed': { 'config.json': without, 'session.txt': asRoot('crun run web') },
    'the namespace is joined, so its maps are used': {
      'config.json': bundleConfig({ linux: { uidMappings: undefined, gidMappings: undefined, namespaces: [{ type: 'user', path: '/proc/42/ns/user' }] } }),
    },
    'no config': { 'run.log': runc('args must not be empty') },
  },
});

const patchOf = (texts: Record<string, string>) => usernsWithoutMappings.judge(gatherFacts(textsOf(texts))).statement?.fixes[0]?.patch;

test('the missing map becomes the same as the other', () => {
  const uidMappings = [{ containerID: 0, hostID: 231072, size: 4096 }];
  expect(patchOf({ 'config.json': bundleConfig({ linux: { uidMappings, gidMappings: undefined } }) })).toEqual([
    { op: 'add', path: '/linux/gidMappings', value: uidMappings },
  ]);
});

test('the owner of the rootfs tells where both maps begin', () => {
  const listing = asRoot('ls -ldn /mycontainer/rootfs', 'drwxr-xr-x 18 231072 231072 4096 Nov  1 10:00 /mycontainer/rootfs\n');
  const map = [{ containerID: 0, hostID: 231072, size: 65536 }];
  expect(patchOf({ 'config.json': without, 'ls.txt': listing })).toEqual([
    { op: 'add', path: '/linux/uidMappings', value: map },
    { op: 'add', path: '/linux/gidMappings', value: map },
  ]);
});
