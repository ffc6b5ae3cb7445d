import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, throughContainerd } from '../../testing/lines';
import { idmapMountKernelTooOld } from './idmap-mount-kernel-too-old';

const map = [{ containerID: 0, hostID: 0, size: 65536 }];
const config = bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'], uidMappings: map, gidMappings: map }] });
const refused = podman("mount_setattr `/data` (maybe the file system used doesn't support idmap mounts on this kernel?): Invalid argument");
const uname = (version: string) => `Linux node1 ${version} #1 SMP x86_64 GNU/Linux\n`;

describeCause(idmapMountKernelTooOld, {
  proved: {
    'before Linux 5.12': { 'config.json': config, 'run.log': refused, 'uname.txt': uname('5.10.0-28-amd64') },
    'tmpfs before Linux 6.3': {
      'config.json': config,
      'uname.txt': uname('6.1.0-18-amd64'),
      'mounts.txt': asRoot('mount', 'tmpfs on /srv/data type tmpfs (rw)\n'),
      'run.log': refused.replace('/data', '/srv/data'),
    },
    'a token, which the kubelet keeps on tmpfs': { 'uname.txt': uname('6.1.0-18-amd64'), 'run.log': throughContainerd("failed to fulfil mount request: failed to set MOUNT_ATTR_IDMAP on /var/lib/kubelet/pods/1b/volumes/kubernetes.io~projected/kube-api-access-9xk2m: invalid argument") },
    'the call is not known': { 'run.log': podman('mount_setattr `/data`: Function not implemented'), 'uname.txt': uname('5.10.0-28-amd64') },
  },
  refuted: { 'a filter answered for the call': { 'run.log': podman('mount_setattr `/data`: Function not implemented'), 'uname.txt': uname('6.1.0-18-amd64') }, 'a new kernel': { 'config.json': config, 'run.log': refused, 'uname.txt': uname('6.12.0') } },
  supported: { 'the call is not known, and no kernel': { 'run.log': podman('mount_setattr `/data`: Function not implemented') }, 'a kernel in between, and no filesystem shown': { 'run.log': refused, 'uname.txt': uname('6.1.0-18-amd64') } },
  open: { 'the line alone': { 'run.log': refused } },
});
