import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asUser, runc } from '../../testing/lines';
import { mappingOverlap } from './mapping-overlap';

const extents = (...list: [number, number, number][]) => list.map(([containerID, hostID, size]) => ({ containerID, hostID, size }));
const refusedMap = runc('unable to start container process: failed to write /proc/42/uid_map: write /proc/42/uid_map: invalid argument');
const onHost = bundleConfig({ linux: { uidMappings: extents([0, 100000, 65536], [65536, 150000, 100]) } });

describeCause(mappingOverlap, {
  proved: {
    'two extents share container IDs': { 'config.json': bundleConfig({ linux: { uidMappings: extents([0, 100000, 65536], [1000, 300000, 10]) } }) },
    'two extents share host IDs, in the log as well': { 'config.json': onHost, 'run.log': refusedMap },
    'the extents of the gid map': { 'config.json': bundleConfig({ linux: { gidMappings: extents([0, 100000, 10], [9, 200000, 10]) } }) },
  },
  refuted: {
    'the same host range in the uid map and the gid map is no overlap': { 'config.json': bundleConfig(), 'run.log': refusedMap },
    'extents that touch do not overlap': {
      'config.json': bundleConfig({ linux: { uidMappings: extents([0, 100000, 10], [10, 100010, 10]) } }),
      'run.log': refusedMap,
    },
  },
  open: { 'the log alone': { 'run.log': refusedMap } },
});

test('an extent on the host moves behind the one that it met', () => {
  const judged = mappingOverlap.judge(gatherFacts(textsOf({ 'config.json': onHost })));
  expect(judged.statement?.fixes[0]?.patch).toEqual([{ op: 'replace', path: '/linux/uidMappings/1/hostID', value: 165536 }]);
});

const patchOf = (linux: Parameters<typeof bundleConfig>[0], session = '') => {
  const texts = { 'config.json': bundleConfig({ linux }), 'session.txt': session };
  return mappingOverlap.judge(gatherFacts(textsOf(texts))).statement?.fixes[0]?.patch;
};

test('where both maps hold the same fault, both are mended', () => {
  const map = extents([0, 100000, 65536], [65536, 150000, 100]);
  expect(patchOf({ uidMappings: map, gidMappings: map })).toEqual([
    { op: 'replace', path: '/linux/uidMappings/1/hostID', value: 165536 },
    { op: 'replace', path: '/linux/gidMappings/1/hostID', value: 165536 },
  ]);
});

test('it does not move onto a third extent', () => {
  const map = extents([0, 100000, 10], [10, 100005, 10], [20, 100010, 10]);
  expect(patchOf({ uidMappings: map })).toEqual([{ op: 'replace', path: '/linux/uidMappings/1/hostID', value: 100020 }]);
});

test('moves an extent to no ID that a user or program of the host may have', () => {
  expect(patchOf({ uidMappings: extents([0, 1000, 1], [1, 1000, 65536]) })).toEqual([{ op: 'replace', path: '/linux/uidMappings/1/hostID', value: 100000 }]);
});

test('it moves into a granted range that no extent uses', () => {
  const granted = asUser('cat /etc/subuid', 'app:100000:65536\napp:300000:65536\n') + asUser('runc run web', refusedMap);
  const map = extents([0, 100000, 65536], [65536, 150000, 100]);
  expect(patchOf({ uidMappings: map }, granted)).toEqual([{ op: 'replace', path: '/linux/uidMappings/1/hostID', value: 300000 }]);
});

test('of extents that meet inside the container, the earlier one is shortened', () => {
  expect(patchOf({ uidMappings: extents([0, 100000, 1000], [500, 300000, 1000]) })).toEqual([{ op: 'replace', path: '/linux/uidMappings/0/size', value: 500 }]);
});
