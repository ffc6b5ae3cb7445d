import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { podman, runc } from '../../testing/lines';
import { devptsGidUnmapped } from './devpts-gid-unmapped';

const single = [{ containerID: 0, hostID: 1000, size: 1 }];
const config = bundleConfig({ linux: { uidMappings: single, gidMappings: single } });

describeCause(devptsGidUnmapped, {
  proved: {
    'gid=5, and a map of one ID': { 'config.json': config },
    'the same with the line of crun': { 'config.json': config, 'run.log': podman('mount `devpts` to `dev/pts`: Invalid argument') },
    'the line of runc alone': { 'run.log': runc('cannot specify gid= mount options for unmapped gid in rootless containers') },
  },
  refuted: {
    'the gid map holds 5': { 'config.json': bundleConfig() },
  },
  open: {
    'the line of crun alone': { 'run.log': podman('mount `devpts` to `dev/pts`: Invalid argument') },
    'no gid= among the options': {
      'config.json': bundleConfig({ linux: { gidMappings: single }, mounts: [{ destination: '/dev/pts', type: 'devpts', source: 'devpts', options: ['newinstance'] }] }),
    },
  },
});

test('the fix takes out the option and leaves the others', () => {
  const [first] = devptsGidUnmapped.judge(gatherFacts(textsOf({ 'config.json': config }))).statement?.fixes ?? [];
  expect(first?.patch).toEqual([{ op: 'remove', path: '/mounts/2/options/5' }]);
});
