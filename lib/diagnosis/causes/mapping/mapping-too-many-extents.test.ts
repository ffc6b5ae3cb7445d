import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, asUser, runc } from '../../testing/lines';
import { mappingTooManyExtents } from './mapping-too-many-extents';

const extents = (count: number) => Array.from({ length: count }, (_, index) => ({ containerID: index, hostID: 100000 + index, size: 1 }));
const mapped = (count: number) => bundleConfig({ linux: { uidMappings: extents(count) } });
const refusedMap = runc('unable to start container process: failed to write /proc/42/uid_map: write /proc/42/uid_map: invalid argument');

describeCause(mappingTooManyExtents, {
  proved: {
    '400 extents are more than any kernel takes': { 'config.json': mapped(400), 'run.log': refusedMap },
    '6 extents, before Linux 4.15': { 'config.json': mapped(6), 'uname.txt': 'Linux node1 4.4.0-210-generic #242-Ubuntu SMP x86_64 GNU/Linux\n' },
    '7 extents through newuidmap': { 'config.json': mapped(7), 'session.txt': asUser('runc run web', refusedMap) },
    'newuidmap counted them': { 'run.log': 'newuidmap: ranges: 7 is wrong for argc: 20\n' },
  },
  refuted: {
    '340 extents are taken from root': { 'config.json': mapped(340), 'session.txt': asRoot('runc run web', refusedMap) },
    'root writes 7 without newuidmap': { 'config.json': mapped(7), 'session.txt': asRoot('runc run web', refusedMap) },
  },
  open: {
    'the log alone': { 'run.log': refusedMap },
    '7 extents, and nothing tells who writes them': { 'config.json': mapped(7), 'run.log': refusedMap },
    'the config alone, with a map of usual length': { 'config.json': mapped(7) },
  },
});

test('extents that go on where another ends become one', () => {
  const [first] = mappingTooManyExtents.judge(gatherFacts(textsOf({ 'config.json': mapped(400) }))).statement?.fixes ?? [];
  expect(first?.patch).toEqual([{ op: 'replace', path: '/linux/uidMappings', value: [{ containerID: 0, hostID: 100000, size: 400 }] }]);
});

test('extents that lie apart cannot be merged, so nothing is patched', () => {
  const apart = Array.from({ length: 400 }, (_, index) => ({ containerID: index * 2, hostID: 100000 + index * 2, size: 1 }));
  const config = bundleConfig({ linux: { uidMappings: apart } });
  const [first] = mappingTooManyExtents.judge(gatherFacts(textsOf({ 'config.json': config }))).statement?.fixes ?? [];
  expect(first?.patch).toEqual([]);
  expect(first?.commands).toEqual(["jq '(.linux.uidMappings | length),(.linux.gidMappings | length)' config.json"]);
});
