import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman } from '../../testing/lines';
import { mappingWriteDenied } from './mapping-write-denied';

describeCause(mappingWriteDenied, {
  proved: {
    'a shell wrote the map itself': { 'run.log': "+ echo '0 100000 65536' > /proc/42/uid_map\n./mkns.sh: line 3: echo: write error: Operation not permitted\n" },
    'the file could not be opened': { 'run.log': 'bash: /proc/42/uid_map: Operation not permitted\n' },
  },
  refuted: { 'root may': { 'session.txt': asRoot('crun run web', 'write to `/proc/77/setgroups`: Permission denied\n') } },
  open: {
    'crun asks newuidmap first': { 'run.log': podman('write to `uid_map`: Operation not permitted') },
    'setgroups alone': { 'run.log': podman('write to `/proc/77/setgroups`: Permission denied') },
  },
});
