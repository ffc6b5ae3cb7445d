import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot } from '../../testing/lines';
import { nestedMappingExceedsParent } from './nested-mapping-exceeds-parent';

const refusedMap = 'newuidmap: write to uid_map failed: Operation not permitted\n';
const outer = (line: string) => asRoot('cat /proc/self/uid_map', line);

describeCause(nestedMappingExceedsParent, {
  proved: {
    'the container that holds the runtime has 65536 IDs': {
      'config.json': bundleConfig(),
      'session.txt': outer('         0     100000      65536\n') + asRoot('runc run web', refusedMap),
    },
  },
  refuted: {
    'every ID exists on the host itself': { 'config.json': bundleConfig(), 'session.txt': outer('         0          0 4294967295\n') + asRoot('runc run web', refusedMap) },
  },
  open: { 'the line alone': { 'run.log': refusedMap } },
});
