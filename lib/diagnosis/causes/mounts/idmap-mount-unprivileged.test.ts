import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser, podman, runc } from '../../testing/lines';
import { idmapMountUnprivileged } from './idmap-mount-unprivileged';

const map = [{ containerID: 0, hostID: 0, size: 65536 }];
const config = bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'], uidMappings: map, gidMappings: map }] });
const refused = 'mount_setattr `/data`: Operation not permitted\n';

describeCause(idmapMountUnprivileged, {
  proved: {
    'runc refuses it to an ordinary user': { 'config.json': config, 'run.log': runc('invalid mount &{Source:/srv/data}: id-mapped mounts are not supported for rootless containers') },
    'the kernel refuses it to an ordinary user': { 'session.txt': asUser('crun run web', refused) },
  },
  refuted: { 'root may': { 'session.txt': asRoot('crun run web', refused) } },
  supported: { 'the line alone': { 'run.log': refused } },
  open: { 'an invalid argument is about the filesystem': { 'run.log': podman('mount_setattr `/data`: Invalid argument') } },
});
