import { describeCause } from '../../testing/describe-cause';
import { asUser, podman } from '../../testing/lines';
import { subidRangeOverlap } from './subid-range-overlap';

const files = (line: string) => asUser('cat /etc/subuid', line) + asUser('cat /etc/subgid', line);

describeCause(subidRangeOverlap, {
  proved: {
    'two users share IDs': { 'session.txt': files('app:100000:65536\ndeploy:120000:65536\n') },
    'a line of the own ID': { 'session.txt': files('app:100000:65536\napp:1000:1\n') + asUser('podman pull x', 'Error: potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/shadow): lchown /etc/shadow: invalid argument\n') },
    'the line of Podman alone': { 'run.log': 'Error: invalid configuration: the specified mapping 1001:65536 in "/etc/subuid" includes the user UID\n' },
  },
  refuted: { 'ranges that touch do not overlap': { 'session.txt': files('app:100000:65536\ndeploy:165536:65536\n') } },
  open: { 'nothing of ranges': { 'run.log': podman('write to `uid_map`: Operation not permitted') } },
});
