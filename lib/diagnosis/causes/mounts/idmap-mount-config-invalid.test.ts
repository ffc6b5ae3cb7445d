import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { podman, runc } from '../../testing/lines';
import { idmapMountConfigInvalid } from './idmap-mount-config-invalid';

const map = [{ containerID: 0, hostID: 0, size: 65536 }];
const bind = { destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'] };
const mounts = (...list: object[]) => ({ mounts: list });

describeCause(idmapMountConfigInvalid, {
  proved: {
    'mappings on a tmpfs': { 'config.json': bundleConfig(mounts({ destination: '/data', type: 'tmpfs', source: 'tmpfs', uidMappings: map, gidMappings: map })) },
    'one of the two is missing': { 'config.json': bundleConfig(mounts({ ...bind, uidMappings: map })) },
    'idmap without a user namespace': {
      'config.json': bundleConfig({ ...mounts({ ...bind, options: ['rbind', 'idmap'] }), linux: { uidMappings: undefined, gidMappings: undefined, namespaces: [{ type: 'mount' }] } }),
    },
    'the line of runc alone': { 'run.log': runc('invalid mount &{Source:tmpfs}: id-mapped mounts are only supported for bind-mounts') },
  },
  refuted: {
    'everything fits, and the kernel refused it': {
      'config.json': bundleConfig(mounts({ ...bind, uidMappings: map, gidMappings: map })),
      'run.log': podman("mount_setattr `/data` (maybe the file system used doesn't support idmap mounts on this kernel?): Invalid argument"),
    },
  },
  open: { 'no config': { 'run.log': runc('args must not be empty') } },
});
