import { describeCause } from '../../testing/describe-cause';
import { asUser, podman } from '../../testing/lines';
import { subidRangeOutsideIdmappedHome } from './subid-range-outside-idmapped-home';

const refused = asUser('nerdctl run alpine', 'FATA[0010] failed to extract layer: failed to Lchown "/x" for UID 0, GID 42: lchown /x: value too large for defined data type\n');
const granted = (start: number) => asUser('cat /etc/subuid', `app:${start}:65536\n`);

describeCause(subidRangeOutsideIdmappedHome, {
  proved: { 'the range begins at 100000': { 'session.txt': granted(100000) + refused } },
  refuted: { 'the range passes': { 'session.txt': granted(524288) + refused } },
  supported: { 'lchown could not store the ID': { 'run.log': refused } },
  open: { 'another failure': { 'run.log': podman('write to `uid_map`: Operation not permitted') } },
});
