import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { runc } from '../../testing/lines';
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
