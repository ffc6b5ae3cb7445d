import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { runc, runcInit } from '../../testing/lines';
import { processUserUnmapped } from './process-user-unmapped';

const small = [{ containerID: 0, hostID: 100000, size: 1000 }];

describeCause(processUserUnmapped, {
  proved: {
    'the user lies behind the end of the map': { 'config.json': bundleConfig({ process: { user: { uid: 70000, gid: 0 } } }) },
    'an additional group alone': { 'config.json': bundleConfig({ process: { user: { uid: 0, gid: 0, additionalGids: [10, 70000] } } }) },
    'config and log': {
      'config.json': bundleConfig({ process: { user: { uid: 1000, gid: 1000 } }, linux: { uidMappings: small, gidMappings: small } }),
      'run.log': runcInit('unable to setup user: cannot setuid to unmapped uid 1000 in user namespace'),
    },
    'the words that mean nothing else': { 'run.log': runcInit('unable to setup user: cannot setuid to unmapped uid 1001 in user namespace') },
  },
  refuted: {
    'every ID of the user is mapped': { 'config.json': bundleConfig({ process: { user: { uid: 1000, gid: 1000, additionalGids: [10] } } }) },
  },
  supported: {
    'an invalid argument from setgroups, without the config': { 'run.log': runcInit('unable to setup user: setgroups: invalid argument') },
  },
  open: {
    'container root is refused, which is another cause': { 'run.log': 'setresuid to `0`: Invalid argument\n' },
    'nothing of users or maps': { 'run.log': runc('args must not be empty') },
  },
});

const fixesOf = (config: string) => processUserUnmapped.judge(gatherFacts(textsOf({ 'config.json': config }))).statement?.fixes ?? [];

test('each map is widened to the customary size, or run as root', () => {
  const config = bundleConfig({ process: { user: { uid: 1000, gid: 1000 } }, linux: { uidMappings: small, gidMappings: small } });
  const [widened, root] = fixesOf(config);
  expect(widened?.patch).toEqual([
    { op: 'replace', path: '/linux/uidMappings/0/size', value: 65536 },
    { op: 'replace', path: '/linux/gidMappings/0/size', value: 65536 },
  ]);
  expect(root?.patch).toEqual([
    { op: 'replace', path: '/process/user/uid', value: 0 },
    { op: 'replace', path: '/process/user/gid', value: 0 },
  ]);
});

test('an ID behind the customary size sets the size itself', () => {
  const [widened] = fixesOf(bundleConfig({ process: { user: { uid: 70000, gid: 0 } } }));
  expect(widened?.patch).toEqual([{ op: 'replace', path: '/linux/uidMappings/0/size', value: 70001 }]);
});

test('unmapped groups are taken out from the last on, and mapped ones stay', () => {
  const [drop] = fixesOf(bundleConfig({ process: { user: { uid: 0, gid: 0, additionalGids: [70000, 10, 80000] } } }));
  expect(drop?.patch).toEqual([
    { op: 'remove', path: '/process/user/additionalGids/2' },
    { op: 'remove', path: '/process/user/additionalGids/0' },
  ]);
});

test('runc as an ordinary user takes no additional group at all', () => {
  const refusedGroups = runc('unable to start container process: cannot set any additional groups in a rootless container');
  const judged = processUserUnmapped.judge(gatherFacts(textsOf({ 'run.log': refusedGroups })));
  expect(judged.kind).toBe('proved');
  expect(judged.statement?.fixes[0]?.commands[1]).toContain('del(.process.user.additionalGids)');
});

test('what asked for the user of a pod is its spec: its config is written anew', () => {
  const config = bundleConfig({ process: { user: { uid: 70000, gid: 0 } }, annotations: { 'io.kubernetes.cri.container-type': 'container' } });
  const fixes = fixesOf(config);
  expect(fixes).toHaveLength(1);
  expect(fixes[0]?.patch ?? []).toEqual([]);
});
