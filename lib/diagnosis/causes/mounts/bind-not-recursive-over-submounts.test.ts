import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman } from '../../testing/lines';
import { bindNotRecursiveOverSubmounts } from './bind-not-recursive-over-submounts';

const bound = (option: string) => bundleConfig({ mounts: [{ destination: '/tree', type: 'bind', source: '/srv/tree', options: [option] }] });
const refused = podman('mount `/srv/tree` to `tree`: Invalid argument');
const mounts = asRoot('mount', '/dev/sda1 on / type ext4 (rw)\n/dev/sdb1 on /srv/tree/disk type ext4 (rw)\n');

describeCause(bindNotRecursiveOverSubmounts, {
  proved: { 'a mount lies below the source': { 'config.json': bound('bind'), 'run.log': refused, 'mounts.txt': mounts } },
  refuted: { 'the tree is bound as a whole': { 'config.json': bound('rbind'), 'run.log': refused } },
  supported: { 'a plain bind, and no mounts shown': { 'config.json': bound('bind'), 'run.log': refused } },
  open: { 'the line alone': { 'run.log': refused } },
});
