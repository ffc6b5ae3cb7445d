import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runc, throughContainerd } from '../../testing/lines';
import { idmapMountFilesystemUnsupported } from './idmap-mount-filesystem-unsupported';

const map = [{ containerID: 0, hostID: 0, size: 65536 }];
const config = bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'], uidMappings: map, gidMappings: map }] });
const refused = podman("mount_setattr `/data` (maybe the file system used doesn't support idmap mounts on this kernel?): Invalid argument");
const ofVolume = (plugin: string) => throughContainerd(`failed to fulfil mount request: failed to set MOUNT_ATTR_IDMAP on /var/lib/kubelet/pods/1b/volumes/kubernetes.io~${plugin}/data: invalid argument (maybe the source filesystem doesn't support idmap mounts on this kernel?)`);
const mounts = (type: string) => asRoot('mount', `/dev/sda1 on / type ext4 (rw)\nserver:/x on /srv/data type ${type} (rw)\n`);

describeCause(idmapMountFilesystemUnsupported, {
  proved: { 'the source lies on NFS': { 'config.json': config, 'run.log': refused, 'mounts.txt': mounts('nfs4') }, 'a volume that the kubelet mounts by NFS': { 'events.txt': ofVolume('nfs') } },
  refuted: { 'xfs maps IDs': { 'config.json': config, 'run.log': refused, 'mounts.txt': mounts('xfs') }, 'a secret lies on tmpfs': { 'events.txt': ofVolume('secret') } },
  supported: { 'the line alone': { 'run.log': runc('unable to start container process: failed to fulfil mount request: failed to set MOUNT_ATTR_IDMAP on /srv/data: invalid argument') } },
  open: { 'not permitted is another matter': { 'run.log': podman('mount_setattr `/data`: Operation not permitted') } },
});
