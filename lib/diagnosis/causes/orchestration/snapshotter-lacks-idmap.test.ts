import { describeCause } from '../../testing/describe-cause';
import { podman, runc } from '../../testing/lines';
import { snapshotterLacksIdmap } from './snapshotter-lacks-idmap';

const refused = 'failed to create containerd container: snapshotter "overlayfs" doesn\'t support idmap mounts on this host, configure `slow_chown` to allow a slower and expensive fallback\n';
const uname = (version: string) => `Linux node1 ${version} #1 SMP x86_64 GNU/Linux\n`;

describeCause(snapshotterLacksIdmap, {
  proved: {
    'the line of containerd alone': { 'run.log': refused },
    'with the kernel': { 'run.log': refused, 'uname.txt': uname('5.15.0-101-generic') },
  },
  refuted: { 'a layer of an ordinary ID': { 'run.log': 'Error: processing tar file(potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/gshadow): lchown /etc/gshadow: invalid argument): exit status 1\n' }, 'a newer kernel, and the overlay failed for another reason': { 'run.log': podman('unable to mount overlay: x: invalid argument'), 'uname.txt': uname('6.8.0-45-generic') } },
  supported: { 'a layer that was shifted already': { 'events.txt': 'Error: failed to create containerd container: mount callback failed on /tmp/containerd-mount27: container ID 498008064 cannot be mapped to a host ID\n' } },
  open: { 'another failure': { 'run.log': runc('args must not be empty') } },
});
