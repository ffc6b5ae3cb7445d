import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runcInit } from '../../testing/lines';
import { bindLockedFlags } from './bind-locked-flags';

const config = bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/mnt/usb', options: ['rbind', 'ro'] }] });
const refused = runcInit('error mounting "/mnt/usb" to rootfs at "/data": mount /proc/self/fd/6:/data (via /proc/self/fd/7), flags: 0x5021: operation not permitted');
const mountinfo = (options: string) => asRoot('cat /proc/self/mountinfo', `54 84 0:48 / /mnt/usb ${options} shared:12 - tmpfs tmpfs rw\n`);
const evidence = { 'config.json': config, 'run.log': refused, 'mountinfo.txt': mountinfo('rw,nosuid,nodev,relatime') };

describeCause(bindLockedFlags, {
  proved: {
    'the source is nosuid and nodev, and the options are not': evidence,
    'runc 1.3 names the flags': { 'run.log': runcInit('error mounting "/mnt/usb" to rootfs at "/data": failed to set user-requested vfs flags on bind-mount: cannot clear locked flags MS_NOSUID|MS_NODEV: operation not permitted') },
  },
  refuted: {
    'the source has no such flag': { ...evidence, 'mountinfo.txt': mountinfo('rw,relatime') },
    'the kernel does not know the type': { 'run.log': runcInit('error mounting "/mnt/usb" to rootfs at "/data": mount src=/mnt/usb, dst=/data, dstFd=/proc/thread-self/fd/8, flags=0x0: no such device') },
  },
  supported: { 'the flags of the message tell a bind remount': { 'run.log': refused } },
  open: { 'the config alone': { 'config.json': config } },
});

test('the locked flags are added to the options, which keep their order', () => {
  const [first] = bindLockedFlags.judge(gatherFacts(textsOf(evidence))).statement?.fixes ?? [];
  expect(first?.patch).toEqual([{ op: 'replace', path: '/mounts/0/options', value: ['rbind', 'ro', 'nosuid', 'nodev'] }]);
});

test('a second bind that would be refused next gets its flags as well', () => {
  const two = bundleConfig({ mounts: ['/data', '/more'].map((destination) => ({ destination, type: 'bind', source: '/mnt/usb', options: ['rbind', 'ro'] })) });
  const [first] = bindLockedFlags.judge(gatherFacts(textsOf({ ...evidence, 'config.json': two }))).statement?.fixes ?? [];
  expect(first?.patch.map(({ path }) => path)).toEqual(['/mounts/0/options', '/mounts/1/options']);
});
