import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { podman, runcInit } from '../../testing/lines';
import { mountTypeNotPermitted } from './mount-type-not-permitted';

const mounted = (type: string, source: string, options: string[] = []) => bundleConfig({ mounts: [{ destination: '/data', type, source, options }] });
const refused = runcInit('error mounting "/dev/sdb1" to rootfs at "/data": mount src=/dev/sdb1, dst=/data, dstFd=/proc/thread-self/fd/8, flags=0x0: operation not permitted');

describeCause(mountTypeNotPermitted, {
  proved: {
    'a disk: config and log': { 'config.json': mounted('ext4', '/dev/sdb1'), 'run.log': refused },
    'debugfs: the config alone': { 'config.json': mounted('debugfs', 'debugfs') },
  },
  refuted: {
    'the line names a directory, which is bound': { 'run.log': podman('mount `/srv/data` to `data`: Operation not permitted') },
    'only a bind mount is asked for': { 'config.json': mounted('bind', '/srv/data', ['rbind']), 'run.log': podman('mount `/srv/data` to `data`: Operation not permitted') },
  },
  supported: { 'the line names a disk': { 'run.log': refused } },
  open: {
    'a directory, with an errno that is about the type': { 'run.log': runcInit('error mounting "/srv/data" to rootfs at "/data": mount src=/srv/data, dst=/data, dstFd=/proc/thread-self/fd/8, flags=0x0: no such device') },
    'the line of crun names no source': { 'run.log': podman('remount `/data`: Operation not permitted') } },
});

test('every mount of such a type is bound, where its place is known', () => {
  const mounts = [['debugfs', '/sys/kernel/debug'], ['tracefs', '/sys/kernel/tracing']].map(([type, destination]) => ({ destination, type, source: type }));
  const [first] = mountTypeNotPermitted.judge(gatherFacts(textsOf({ 'config.json': bundleConfig({ mounts }) }))).statement?.fixes ?? [];
  expect(first?.patch.map(({ path }) => path)).toEqual(['/mounts/0', '/mounts/1']);
});
