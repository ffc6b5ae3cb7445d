import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runc, runcInit } from '../../testing/lines';
import { containerRootUnmapped } from './container-root-unmapped';

const shifted = [{ containerID: 1000, hostID: 100000, size: 65536 }];
const config = bundleConfig({ linux: { uidMappings: shifted, gidMappings: shifted } });

describeCause(containerRootUnmapped, {
  proved: {
    'no extent holds container ID 0': { 'config.json': config },
    'the gid map alone lacks it': { 'config.json': bundleConfig({ linux: { gidMappings: shifted } }) },
    'config and log': { 'config.json': config, 'run.log': runc('user namespaces enabled, but no mapping found for uid 0') },
    'the line of runc alone': { 'run.log': runc('user namespaces enabled, but no mapping found for uid 0') },
  },
  refuted: {
    '0 is mapped': { 'config.json': bundleConfig() },
    'the log misses another ID than 0': { 'config.json': bundleConfig(), 'run.log': runcInit('unable to setup user: cannot setuid to unmapped uid 70000 in user namespace') },
    'crun takes the first mapped ID': { 'config.json': config, 'session.txt': asRoot('crun run web') },
  },
  supported: {
    'old words, which name no ID': { 'run.log': runc('User namespaces enabled, but no user mapping found.') },
  },
  open: {
    'the unmapped ID of the log is another one': { 'run.log': runc('user namespaces enabled, but no mapping found for uid 1000') },
    'an unmapped user may be any user': { 'run.log': runcInit('unable to setup user: setgroups: invalid argument') },
  },
});

test('the fix lets both maps begin at 0', () => {
  const judged = containerRootUnmapped.judge(gatherFacts(textsOf({ 'config.json': config })));
  expect(judged.statement?.fixes[0]?.patch).toEqual([
    { op: 'replace', path: '/linux/uidMappings/0/containerID', value: 0 },
    { op: 'replace', path: '/linux/gidMappings/0/containerID', value: 0 },
  ]);
});
