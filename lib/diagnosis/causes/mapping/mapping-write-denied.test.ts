import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser, podman } from '../../testing/lines';
import { mappingWriteDenied } from './mapping-write-denied';

describeCause(mappingWriteDenied, {
  proved: {
    'a shell wrote the map itself': { 'run.log': "+ echo '0 100000 65536' > /proc/42/uid_map\n./mkns.sh: line 3: echo: write error: Operation not permitted\n" },
    'the file could not be opened': { 'run.log': 'bash: /proc/42/uid_map: Operation not permitted\n' },
  },
  supported: {
    'an ordinary user, a map of many IDs, and no program between': {
      'config.json': bundleConfig(),
      'id.txt': asUser('id', 'uid=1000(app) gid=1000(app) groups=1000(app)\n'),
      'run.log': 'write to `uid_map`: Operation not permitted\n',
    },
  },
  refuted: {
    'root may': { 'session.txt': asRoot('crun run web', 'write to `/proc/77/setgroups`: Permission denied\n') },
    'the namespace around does not hold the IDs': { 'config.json': bundleConfig(), 'session.txt': asUser('cat /proc/self/uid_map', '         0       1000          1\n'), 'run.log': 'write to `uid_map`: Operation not permitted\n' },
  },
  open: {
    'crun asks newuidmap first': { 'run.log': podman('write to `uid_map`: Operation not permitted') },
    'newuidmap wrote it, not the program itself': { 'run.log': 'newuidmap: write to uid_map failed: Operation not permitted\n' },
    'the config alone': { 'config.json': bundleConfig() },
    'setgroups alone': { 'run.log': podman('write to `/proc/77/setgroups`: Permission denied') },
  },
});
