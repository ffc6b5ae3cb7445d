import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { podman, runcInit } from '../../testing/lines';
import { mountOptionIdUnmapped } from './mount-option-id-unmapped';

const mounted = (...options: string[]) => bundleConfig({ mounts: [{ destination: '/run', type: 'tmpfs', source: 'tmpfs', options }] });
const refused = podman('mount `tmpfs` to `run`: Invalid argument');

describeCause(mountOptionIdUnmapped, {
  proved: {
    'a host ID in place of a container ID': { 'config.json': mounted('mode=755', 'uid=65536'), 'run.log': refused },
    'the config alone': { 'config.json': mounted('gid=70000') },
  },
  refuted: { 'every ID is mapped': { 'config.json': mounted('uid=1000', 'gid=0'), 'run.log': refused } },
  supported: {
    'the line shows the options': { 'run.log': runcInit('error mounting "tmpfs" to rootfs at "/run": mount src=tmpfs, dst=/run, dstFd=/proc/thread-self/fd/8, flags=0x2, data=mode=755,uid=100000: invalid argument') },
  },
  open: { 'the line alone': { 'run.log': refused } },
});

test('a host ID becomes the container ID that it stands for', () => {
  const [first] = mountOptionIdUnmapped.judge(gatherFacts(textsOf({ 'config.json': mounted('mode=755', 'uid=65546') }))).statement?.fixes ?? [];
  expect(first?.patch).toEqual([{ op: 'replace', path: '/mounts/0/options/1', value: 'uid=10' }]);
});
