import { describeCause } from '../../testing/describe-cause';
import { asUser, podman } from '../../testing/lines';
import { imageIdsExceedMapping } from './image-ids-exceed-mapping';

const requested = (uid: number, gid = 0) =>
  asUser('podman pull registry.example/app', `Error: potentially insufficient UIDs or GIDs available in user namespace (requested ${uid}:${gid} for /app/x): Check /etc/subuid and /etc/subgid if configured locally and run "podman system migrate": lchown /app/x: invalid argument\n`);
const granted = asUser('cat /etc/subuid', 'app:100000:65536\n') + asUser('cat /etc/subgid', 'app:100000:65536\n');

describeCause(imageIdsExceedMapping, {
  proved: { 'the ID lies behind the granted range': { 'session.txt': granted + requested(205001) } },
  refuted: {
    'the ID lies within the granted range': { 'session.txt': granted + requested(999) },
    'an ID that every customary range reaches': { 'session.txt': requested(0, 42) },
  },
  supported: { 'a large ID, and no range shown': { 'run.log': requested(205001) } },
  open: {
    'an ID at which the range of a pod begins is of no image': { 'events.txt': 'Error: failed to create containerd container: mount callback failed on /tmp/containerd-mount27: container ID 498008064 cannot be mapped to a host ID\n' },
    'another failure': { 'run.log': podman('write to `uid_map`: Operation not permitted') } },
});
