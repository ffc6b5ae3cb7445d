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

/** The first fix for a map of 400 extents of one ID each. */
function firstFix(hostOf: (index: number) => number, session = '') {
  const uidMappings = Array.from({ length: 400 }, (_, index) => ({ containerID: index * 2, hostID: hostOf(index), size: 1 }));
  const texts = textsOf({ 'config.json': bundleConfig({ linux: { uidMappings } }), ...(session === '' ? {} : { 'session.txt': session }) });
  return mappingTooManyExtents.judge(gatherFacts(texts)).statement?.fixes[0];
}

test('the gaps between extents of one shift are mapped as well', () => {
  const first = firstFix((index) => 100_000 + index * 2);
  expect(first?.patch).toEqual([{ op: 'replace', path: '/linux/uidMappings', value: [{ containerID: 0, hostID: 100_000, size: 799 }] }]);
  expect(first?.risk).toBe('review');
});

test('extents of many shifts, or through newuidmap, are not joined, so nothing is patched', () => {
  for (const first of [firstFix((index) => 100_000 + index * 3), firstFix((index) => 100_000 + index * 2, asUser('runc run web', refusedMap))]) {
    expect(first?.patch).toEqual([]);
    expect(first?.commands).toEqual(["jq '(.linux.uidMappings | length),(.linux.gidMappings | length)' config.json"]);
  }
});
