import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { usernsMappingsWithoutNamespace } from './userns-mappings-without-namespace';

const namespaces = ['pid', 'network', 'ipc', 'uts', 'mount', 'cgroup'].map((type) => ({ type }));
const without = bundleConfig({ linux: { namespaces } });
const refusedByRunc = runc("user namespace mappings specified, but user namespace isn't enabled in the config");

describeCause(usernsMappingsWithoutNamespace, {
  proved: {
    'maps, and no entry of type user': { 'config.json': without },
    'config and log': { 'config.json': without, 'run.log': refusedByRunc },
    'maps, an empty list of namespaces': { 'config.json': bundleConfig({ linux: { namespaces: [] } }) },
    'the line of runc alone': { 'run.log': refusedByRunc },
  },
  refuted: {
    'a new user namespace is asked for': { 'config.json': bundleConfig() },
    'one is joined by its path': { 'config.json': bundleConfig({ linux: { namespaces: [{ type: 'user', path: '/proc/42/ns/user' }] } }) },
  },
  open: {
    'neither namespaces nor maps are known': { 'run.log': runc('args must not be empty') },
    'no maps are given either': { 'config.json': bundleConfig({ linux: { namespaces, uidMappings: undefined, gidMappings: undefined } }) },
  },
});

test('crun starts all the same, and isolates nothing', () => {
  const texts = { 'config.json': without, 'session.txt': asRoot('crun run web', 'uid=0(root) gid=0(root)\n') };
  expect(usernsMappingsWithoutNamespace.judge(gatherFacts(textsOf(texts)))).toMatchObject({ kind: 'proved', effect: 'voids' });
});

test('a user namespace is asked for; to drop the maps stands last', () => {
  const [add, drop] = usernsMappingsWithoutNamespace.judge(gatherFacts(textsOf({ 'config.json': without }))).statement?.fixes ?? [];
  expect(add?.patch).toEqual([{ op: 'add', path: '/linux/namespaces/-', value: { type: 'user' } }]);
  expect(drop).toMatchObject({ lowersIsolation: true, patch: [{ op: 'remove', path: '/linux/uidMappings' }, { op: 'remove', path: '/linux/gidMappings' }] });
});
