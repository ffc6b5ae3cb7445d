import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { runc } from '../../testing/lines';
import { mappingRangeInvalid } from './mapping-range-invalid';

const mapped = (containerID: unknown, hostID: unknown, size: unknown) => bundleConfig({ linux: { uidMappings: [{ containerID, hostID, size }] } });
const refusedMap = runc('unable to start container process: failed to write /proc/42/uid_map: write /proc/42/uid_map: invalid argument');

describeCause(mappingRangeInvalid, {
  proved: {
    'size 0 maps nothing': { 'config.json': mapped(0, 100000, 0) },
    'the host side reaches 4294967295': { 'config.json': mapped(0, 4294967000, 65536), 'run.log': refusedMap },
    'a negative number': { 'config.json': mapped(-1, 100000, 65536) },
    'the line of runc alone': { 'run.log': runc('json: cannot unmarshal string into Go struct field LinuxIDMapping.linux.uidMappings.size of type uint32') },
  },
  refuted: {
    'every number is fine': { 'config.json': bundleConfig(), 'run.log': refusedMap },
    'the last ID that there is may be mapped': { 'config.json': mapped(0, 4294967294, 1), 'run.log': refusedMap },
  },
  open: {
    'the log alone': { 'run.log': refusedMap },
    'a wrong type elsewhere': { 'run.log': runc('json: cannot unmarshal string into Go struct field Process.process.terminal of type bool') },
  },
});

const fixOf = (config: string) => mappingRangeInvalid.judge(gatherFacts(textsOf({ 'config.json': config }))).statement?.fixes[0];

test('an empty extent gets the size of the other map', () => {
  const map = (size: number) => [{ containerID: 0, hostID: 100000, size }];
  const config = bundleConfig({ linux: { uidMappings: map(0), gidMappings: map(2000) } });
  expect(fixOf(config)?.patch).toEqual([{ op: 'replace', path: '/linux/uidMappings/0/size', value: 2000 }]);
});

test('an extent is cut where the last ID ends', () => {
  expect(fixOf(mapped(0, 4294967000, 65536))?.patch).toEqual([{ op: 'replace', path: '/linux/uidMappings/0/size', value: 295 }]);
});

test('a number within quotes is the one that was meant', () => {
  const map = [{ containerID: 0, hostID: '231072', size: 65536 }];
  const config = bundleConfig({ linux: { uidMappings: map, gidMappings: map } });
  expect(fixOf(config)?.patch).toEqual([
    { op: 'replace', path: '/linux/uidMappings/0/hostID', value: 231072 },
    { op: 'replace', path: '/linux/gidMappings/0/hostID', value: 231072 },
  ]);
});
