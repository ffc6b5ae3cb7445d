import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, asUser, runc } from '../../testing/lines';
import { mappingToHostRoot } from './mapping-to-host-root';

const identity = [{ containerID: 0, hostID: 0, size: 4294967295 }];
const config = bundleConfig({ linux: { uidMappings: identity, gidMappings: identity } });

describeCause(mappingToHostRoot, {
  proved: {
    'the identity map': { 'config.json': config },
    'config and session of root': { 'config.json': config, 'session.txt': asRoot('runc run web') },
    'the line of CRI-O alone': { 'run.log': 'cannot use uidmapping or gidmapping if running as a UID below minimum mappable ID 1000\n' },
    'container ID 5 is host root': { 'config.json': bundleConfig({ linux: { uidMappings: [{ containerID: 5, hostID: 0, size: 1 }] } }) },
  },
  refuted: { 'an ordinary range': { 'config.json': bundleConfig() } },
  open: {
    'for an ordinary user, 0 is the root of an outer namespace': { 'config.json': config, 'session.txt': asUser('runc run web') },
    'no user namespace is asked for, so the map does nothing': { 'config.json': bundleConfig({ linux: { uidMappings: identity, gidMappings: identity, namespaces: [{ type: 'pid' }] } }) },
    'no maps': { 'run.log': runc('args must not be empty') },
  },
});

const patchOf = (config: string) => mappingToHostRoot.judge(gatherFacts(textsOf({ 'config.json': config }))).statement?.fixes[0]?.patch;

test('the identity map is cut to what fits behind the new first ID', () => {
  expect(patchOf(config)).toEqual([
    { op: 'replace', path: '/linux/uidMappings/0/hostID', value: 100000 },
    { op: 'replace', path: '/linux/uidMappings/0/size', value: 65536 },
    { op: 'replace', path: '/linux/gidMappings/0/hostID', value: 100000 },
    { op: 'replace', path: '/linux/gidMappings/0/size', value: 65536 },
  ]);
});

test('root moves behind the IDs that the map holds already', () => {
  const uidMappings = [{ containerID: 0, hostID: 0, size: 1 }, { containerID: 1, hostID: 100000, size: 65535 }];
  expect(patchOf(bundleConfig({ linux: { uidMappings } }))).toEqual([{ op: 'replace', path: '/linux/uidMappings/0/hostID', value: 165535 }]);
});
