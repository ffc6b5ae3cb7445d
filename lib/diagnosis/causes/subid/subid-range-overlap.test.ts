import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asUser, podman } from '../../testing/lines';
import { subidRangeOverlap } from './subid-range-overlap';

const files = (line: string) => asUser('cat /etc/subuid', line) + asUser('cat /etc/subgid', line);
const ownId = files('app:100000:65536\napp:1000:1\n') + asUser('podman pull x', 'Error: potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/shadow): lchown /etc/shadow: invalid argument\n');

describeCause(subidRangeOverlap, {
  proved: {
    'two users share IDs': { 'session.txt': files('app:100000:65536\ndeploy:120000:65536\n') },
    'the range begins at the own ID': { 'session.txt': asUser('id', 'uid=100000(app) gid=100000(app) groups=100000(app)\n') + files('app:100000:65536\n') + asUser('podman pull x', 'Error: potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/shadow): lchown /etc/shadow: invalid argument\n') },
    'a line of the own ID': { 'session.txt': ownId },
    'the line of Podman alone': { 'run.log': 'Error: invalid configuration: the specified mapping 1001:65536 in "/etc/subuid" includes the user UID\n' },
  },
  refuted: {
    'the name and the number of one user may share a range': { 'session.txt': files('app:100000:65536\n1000:100000:65536\n') },
    'ranges that touch do not overlap': { 'session.txt': files('app:100000:65536\ndeploy:165536:65536\n') },
  },
  open: {
    'nothing of ranges': { 'run.log': podman('write to `uid_map`: Operation not permitted') },
    'the config alone': { 'config.json': bundleConfig() },
    'only one of the files is shown': { 'session.txt': asUser('cat /etc/subuid', 'app:100000:65536\n') },
  },
});

const judgedOf = (lines: string) => subidRangeOverlap.judge(gatherFacts(textsOf({ 'session.txt': files(lines) })));

test('the second owner moves behind every range, and nothing stops meanwhile', () => {
  const judged = judgedOf('app:100000:65536\ndeploy:120000:65536\nci:200000:65536\n');
  expect(judged.effect).toBe('weakens');
  expect(judged.statement?.fixes[0]?.commands).toEqual([
    'grep . /etc/subuid /etc/subgid',
    'usermod --del-subuids 120000-185535 --del-subgids 120000-185535 deploy',
    'usermod --add-subuids 265536-331071 --add-subgids 265536-331071 deploy',
  ]);
});

test('a line of the own ID is taken out, and nothing is put in its place', () => {
  expect(judgedOf('app:100000:65536\napp:1000:1\n').statement?.fixes[0]?.commands).toEqual([
    'grep . /etc/subuid /etc/subgid',
    'usermod --del-subuids 1000-1000 --del-subgids 1000-1000 app',
  ]);
});

test('a line of the own ID stops the start, where one failed', () => {
  expect(subidRangeOverlap.judge(gatherFacts(textsOf({ 'session.txt': ownId }))).effect).toBe('stops');
});
