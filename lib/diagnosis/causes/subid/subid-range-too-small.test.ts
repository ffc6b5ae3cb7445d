import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asUser, runcInit } from '../../testing/lines';
import { subidRangeTooSmall } from './subid-range-too-small';

const files = (line: string) => asUser('cat /etc/subuid', line) + asUser('cat /etc/subgid', line);
const notAllowed = asUser('runc run web', 'newuidmap: uid range [1-65537) -> [100000-165536) not allowed\n');
const small = files('app:100000:1000\n') + notAllowed;
const map = [{ containerID: 0, hostID: 1000, size: 1 }, { containerID: 1, hostID: 100000, size: 65536 }];
const few = [{ containerID: 0, hostID: 100000, size: 1000 }];
const config = bundleConfig({ linux: { uidMappings: map, gidMappings: map } });

describeCause(subidRangeTooSmall, {
  proved: {
    '1000 IDs are granted, and 65536 asked for': { 'session.txt': small },
    'config and session': { 'config.json': config, 'session.txt': small },
    'Podman has no IDs left': { 'run.log': 'Error: creating container storage: not enough unused IDs in user namespace\n' },
    'the image needs an ID that a customary range reaches': {
      'session.txt': files('app:100000:1000\n') + asUser('podman pull x', 'Error: potentially insufficient UIDs or GIDs available in user namespace (requested 0:4242 for /x): Check /etc/subuid and /etc/subgid: lchown /x: invalid argument\n'),
    },
  },
  supported: {
    'the map holds few IDs, and the user is refused': {
      'config.json': bundleConfig({ linux: { uidMappings: few, gidMappings: few } }),
      'run.log': runcInit('unable to setup user: setgroups: invalid argument'),
    },
  },
  refuted: { '65536 IDs are granted': { 'session.txt': files('app:200000:65536\n') + notAllowed } },
  open: {
    'the line alone': { 'session.txt': notAllowed },
    'the config alone': { 'config.json': config },
    'the granted range begins elsewhere, which is another cause': { 'session.txt': files('app:300000:1000\n') + notAllowed },
  },
});

test('the line that stands alone is widened in place', () => {
  const [first] = subidRangeTooSmall.judge(gatherFacts(textsOf({ 'session.txt': small }))).statement?.fixes ?? [];
  expect(first?.commands).toContain('usermod --add-subuids 100000-165535 --add-subgids 100000-165535 app');
});

test('a range of another user is never granted again', () => {
  const beside = files('app:100000:1000\ndeploy:101000:65536\n') + notAllowed;
  const [first] = subidRangeTooSmall.judge(gatherFacts(textsOf({ 'session.txt': beside }))).statement?.fixes ?? [];
  expect(first?.commands).toContain('usermod --add-subuids 166536-232071 --add-subgids 166536-232071 app');
});

test('or the config maps no more than is granted', () => {
  const [, shrink] = subidRangeTooSmall.judge(gatherFacts(textsOf({ 'config.json': config, 'session.txt': small }))).statement?.fixes ?? [];
  expect(shrink?.patch).toEqual([
    { op: 'replace', path: '/linux/uidMappings/1/size', value: 1000 },
    { op: 'replace', path: '/linux/gidMappings/1/size', value: 1000 },
  ]);
});
