import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { runc } from '../../testing/lines';
import { usernsPathWithMappings } from './userns-path-with-mappings';

const joined = bundleConfig({ linux: { namespaces: [{ type: 'user', path: '/proc/42/ns/user' }, { type: 'pid' }, { type: 'mount' }] } });
const refusedBoth = runc('user namespaces enabled, but both namespace path and non-matching mapping specified -- you may only provide one');

describeCause(usernsPathWithMappings, {
  proved: {
    'config and log': { 'config.json': joined, 'run.log': refusedBoth },
    'the line of runc alone': { 'run.log': refusedBoth },
  },
  refuted: { 'a new namespace with mappings': { 'config.json': bundleConfig() } },
  supported: { 'the config alone: equal mappings are taken': { 'config.json': joined } },
  open: {
    'the CRI joins the namespace that it made with these mappings': { 'config.json': bundleConfig({ annotations: { 'io.kubernetes.cri.container-type': 'container' }, linux: { namespaces: [{ type: 'user', path: '/proc/42/ns/user' }, { type: 'pid' }, { type: 'mount' }] } }) },
    'a path that is gone is another cause': { 'run.log': runc('namespace path: lstat /proc/4711/ns/net: no such file or directory') },
    'a joined namespace without mappings': {
      'config.json': bundleConfig({ linux: { uidMappings: [], gidMappings: [], namespaces: [{ type: 'user', path: '/proc/42/ns/user' }] } }),
    },
  },
});

test('either the path goes, or both maps do', () => {
  const [fresh, join] = usernsPathWithMappings.judge(gatherFacts(textsOf({ 'config.json': joined, 'run.log': refusedBoth }))).statement?.fixes ?? [];
  expect(fresh?.patch).toEqual([{ op: 'remove', path: '/linux/namespaces/0/path' }]);
  expect(join?.patch).toEqual([
    { op: 'remove', path: '/linux/uidMappings' },
    { op: 'remove', path: '/linux/gidMappings' },
  ]);
});
