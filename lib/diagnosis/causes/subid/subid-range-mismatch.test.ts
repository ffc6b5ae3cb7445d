import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, asUser } from '../../testing/lines';
import { subidRangeMismatch } from './subid-range-mismatch';

const files = (line: string) => asUser('cat /etc/subuid', line) + asUser('cat /etc/subgid', line);
const map = [{ containerID: 0, hostID: 1000, size: 1 }, { containerID: 1, hostID: 100000, size: 65536 }];
const config = bundleConfig({ linux: { uidMappings: map, gidMappings: map } });
const notAllowed = 'newuidmap: uid range [1-65537) -> [100000-165536) not allowed\n';

describeCause(subidRangeMismatch, {
  proved: {
    'the map asks for one range, and another is granted': { 'config.json': config, 'session.txt': files('app:200000:65536\n') + asUser('runc run web', notAllowed) },
    'one map of the config alone lies outside': { 'config.json': config, 'session.txt': asUser('cat /etc/subuid', 'app:100000:65536\n') + asUser('cat /etc/subgid', 'app:200000:65536\n') + asUser('runc run web', 'newgidmap: gid range [1-65537) -> [100000-165536) not allowed\n') },
    'the program names the range': { 'session.txt': files('app:200000:65536\n') + asUser('runc run web', notAllowed) },
    'a single ID that is not the own one': { 'session.txt': asRoot('cat /etc/subuid /etc/subgid', 'root:100000:65536\n') + asRoot('pct start 105', 'lxc_map_ids: 245 newuidmap failed to write mapping "newuidmap: uid range [1000-1001) -> [1000-1001) not allowed": newuidmap 7913 0 100000 1000 1000 1000 1 1001 101001 64535\n') },
  },
  refuted: {
    'the granted range holds the map': { 'config.json': config, 'session.txt': files('app:100000:65536\n') + asUser('runc run web', 'runc run failed: x\n') },
    'no range at all is another cause': { 'config.json': config, 'session.txt': files('deploy:100000:65536\n') + asUser('runc run web', notAllowed) },
    'the granted range ends too early, which is another cause': { 'config.json': config, 'session.txt': files('app:100000:1000\n') + asUser('runc run web', notAllowed) },
    'root needs no range': { 'config.json': config, 'session.txt': asRoot('runc run web', 'runc run failed: failed to write /proc/42/uid_map: operation not permitted\n') },
  },
  open: {
    'the line alone': { 'run.log': notAllowed },
    'lines of two others, and nobody named': { 'run.log': notAllowed, subuid: 'deploy:200000:65536\nbuild:300000:65536\n' },
    'the config alone': { 'config.json': config },
  },
});

const fixesOf = (texts: Record<string, string>) => subidRangeMismatch.judge(gatherFacts(textsOf(texts))).statement?.fixes ?? [];

test('both maps move into the granted range, or the asked one is granted', () => {
  const [move, grant] = fixesOf({ 'config.json': config, 'session.txt': files('app:200000:65536\n') + asUser('runc run web', notAllowed) });
  expect(move?.patch).toEqual([
    { op: 'replace', path: '/linux/uidMappings/1/hostID', value: 200000 },
    { op: 'replace', path: '/linux/gidMappings/1/hostID', value: 200000 },
  ]);
  expect(grant?.commands).toContain('usermod --add-subuids 100000-165535 --add-subgids 100000-165535 app');
});

test('an extent that is larger than the grant is cut to it', () => {
  const [move] = fixesOf({ 'config.json': config, 'session.txt': files('app:200000:5000\n') + asUser('runc run web', notAllowed) });
  expect(move?.patch).toContainEqual({ op: 'replace', path: '/linux/uidMappings/1/size', value: 5000 });
});

test.each([
  ['with the config', { 'config.json': config }],
  ['without it', {}],
])('a range of another user is never granted, %s', (_, given) => {
  const fixes = fixesOf({ ...given, 'session.txt': files('app:200000:65536\ndeploy:100000:65536\n') + asUser('runc run web', notAllowed) });
  expect(fixes).toHaveLength(1);
  expect(fixes[0]?.commands.join('\n')).not.toContain('usermod');
});

test('a config that was not given moves its own extents', () => {
  const [move] = fixesOf({ 'session.txt': files('app:200000:65536\ndeploy:100000:65536\n') + asUser('runc run web', notAllowed) });
  expect(move?.commands[1]).toContain('if .hostID == 100000 then .hostID = 200000');
});

test('where one alone has lines, they are taken for the caller\'s', () => {
  expect(subidRangeMismatch.judge(gatherFacts(textsOf({ 'run.log': notAllowed, subuid: 'app:200000:65536\n' }))).kind).toBe('supported');
});

test('root may grant himself a single ID of the host', () => {
  const session = asRoot('cat /etc/subuid /etc/subgid', 'root:100000:65536\n') + asRoot('lxc-start web', 'newuidmap: uid range [1000-1001) -> [1000-1001) not allowed\n');
  expect(fixesOf({ 'session.txt': session })[0]?.commands).toContain('usermod --add-subuids 1000-1000 --add-subgids 1000-1000 root');
});
