import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, podman, runcInit } from '../../testing/lines';
import { bindSourceDenied } from './bind-source-denied';

const config = bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/team/data', options: ['rbind'] }] });
const denied = runcInit('error mounting "/srv/team/data" to rootfs at "/data": stat /srv/team/data: permission denied');
const walk = (mode: string) => asRoot('namei -l /srv/team/data', `f: /srv/team/data\ndrwxr-xr-x root root /\ndrwxr-xr-x root root srv\n${mode} root root team\ndrwxr-xr-x root root data\n`);

describeCause(bindSourceDenied, {
  proved: {
    'a directory above is closed': { 'config.json': config, 'run.log': denied, 'namei.txt': walk('drwxr-x---') },
  },
  refuted: {
    'every directory lets mapped root through': { 'config.json': config, 'run.log': denied, 'namei.txt': walk('drwxr-xr-x') },
  },
  supported: {
    'the line of runc alone': { 'run.log': denied },
    'the line of crun alone': { 'run.log': podman('cannot stat `/root/data`: Permission denied') },
  },
  open: { 'a config alone': { 'config.json': config } },
});

test('the bit is set on the closed directory, and nothing is made readable', () => {
  const judged = bindSourceDenied.judge(gatherFacts(textsOf({ 'config.json': config, 'run.log': denied, 'namei.txt': walk('drwxr-x---') })));
  const commands = judged.statement?.fixes.flatMap((fix) => fix.commands) ?? [];
  expect(commands).toContain('chmod o+x -- /srv/team');
  expect(commands.join('\n')).not.toMatch(/chmod.* -R|o\+r|777/);
});
