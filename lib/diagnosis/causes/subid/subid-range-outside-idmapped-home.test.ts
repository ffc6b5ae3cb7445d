import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asUser, podman } from '../../testing/lines';
import { subidRangeOutsideIdmappedHome } from './subid-range-outside-idmapped-home';

const refused = asUser('nerdctl run alpine', 'FATA[0010] failed to extract layer: failed to Lchown "/x" for UID 0, GID 42: lchown /x: value too large for defined data type\n');
const granted = (start: number) => asUser('cat /etc/subuid', `app:${start}:65536\n`);

describeCause(subidRangeOutsideIdmappedHome, {
  proved: { 'the range begins at 100000': { 'session.txt': granted(100000) + refused } },
  refuted: { 'the range passes': { 'session.txt': granted(524288) + refused } },
  supported: { 'lchown could not store the ID': { 'run.log': refused } },
  open: {
    'another failure': { 'run.log': podman('write to `uid_map`: Operation not permitted') },
    'the config alone': { 'config.json': bundleConfig() },
    'mkdir of crun, which may fail so on other filesystems': { 'run.log': podman('mkdir `/proc`: Value too large for defined data type') },
  },
});

const pulled = asUser('podman pull x', refused.split('\n').slice(1).join('\n'));
const commandsOf = (lines: string) =>
  subidRangeOutsideIdmappedHome.judge(gatherFacts(textsOf({ 'session.txt': asUser('cat /etc/subuid', lines) + pulled }))).statement?.fixes[0]?.commands;

test('the old range goes, and one that passes is granted', () => {
  expect(commandsOf('app:100000:65536\n')).toEqual([
    'grep . /etc/subuid /etc/subgid',
    'usermod --del-subuids 100000-165535 --del-subgids 100000-165535 app',
    'usermod --add-subuids 524288-589823 --add-subgids 524288-589823 app',
  ]);
});

test('a range of another user is never granted again', () => {
  expect(commandsOf('deploy:524288:65536\napp:100000:65536\n')).toContain('usermod --add-subuids 589824-655359 --add-subgids 589824-655359 app');
});
