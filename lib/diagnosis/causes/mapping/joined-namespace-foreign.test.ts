import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { runc, runcInit } from '../../testing/lines';
import { joinedNamespaceForeign } from './joined-namespace-foreign';

const joining = bundleConfig({ linux: { namespaces: [{ type: 'user' }, { type: 'pid' }, { type: 'mount' }, { type: 'network', path: '/run/netns/web' }] } });
const notJoined = runc('unable to start container process: can\'t get final child\'s PID from pipe: EOF; runc init error(s): nsexec-1[42]: failed to setns into network namespace: Operation not permitted');

describeCause(joinedNamespaceForeign, {
  proved: {
    'the network namespace of the host, and setns was refused': { 'config.json': joining, 'run.log': notJoined },
    'a network setting of a namespace that it does not own': {
      'config.json': joining,
      'run.log': runcInit('failed to write sysctl net.ipv4.ip_forward = "1": write /proc/sys/net/ipv4/ip_forward: permission denied').replace('write /proc/sys', 'open /proc/sys'),
    },
  },
  refuted: { 'every namespace is new': { 'config.json': bundleConfig(), 'run.log': notJoined } },
  open: {
    'the log alone': { 'run.log': notJoined },
    'a joined namespace, and nothing failed': { 'config.json': joining },
    'a setting that belongs to no network namespace': { 'config.json': joining, 'run.log': runcInit('open /proc/sys/kernel/shmmax: permission denied') },
    'an invalid argument tells of another type, not of another owner': { 'config.json': joining, 'run.log': notJoined.replace('Operation not permitted', 'Invalid argument') },
  },
});

test('the path of the joined namespace goes, and its entry stays', () => {
  const [first] = joinedNamespaceForeign.judge(gatherFacts(textsOf({ 'config.json': joining, 'run.log': notJoined }))).statement?.fixes ?? [];
  expect(first?.patch).toEqual([{ op: 'remove', path: '/linux/namespaces/3/path' }]);
});

test('without the config, a command takes the paths out of all but the user namespace', () => {
  const [first] = joinedNamespaceForeign.judge(gatherFacts(textsOf({ 'run.log': notJoined }))).statement?.fixes ?? [];
  expect(first?.patch).toEqual([]);
  expect(first?.commands[1]).toContain('select(.type == "user" | not)');
});
