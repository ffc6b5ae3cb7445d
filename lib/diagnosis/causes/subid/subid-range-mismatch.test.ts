import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser } from '../../testing/lines';
import { subidRangeMismatch } from './subid-range-mismatch';

const files = (line: string) => asUser('cat /etc/subuid', line) + asUser('cat /etc/subgid', line);
const map = [{ containerID: 0, hostID: 1000, size: 1 }, { containerID: 1, hostID: 100000, size: 65536 }];
const config = bundleConfig({ linux: { uidMappings: map, gidMappings: map } });
const notAllowed = 'newuidmap: uid range [1-65537) -> [100000-165536) not allowed\n';

describeCause(subidRangeMismatch, {
  proved: {
    'the map asks for one range, and another is granted': { 'config.json': config, 'session.txt': files('app:200000:65536\n') + asUser('runc run web', notAllowed) },
    'the program names the range': { 'session.txt': files('app:200000:65536\n') + asUser('runc run web', notAllowed) },
  },
  refuted: {
    'the granted range holds the map': { 'config.json': config, 'session.txt': files('app:100000:65536\n') + asUser('runc run web', 'runc run failed: x\n') },
    'no range at all is another cause': { 'config.json': config, 'session.txt': files('deploy:100000:65536\n') + asUser('runc run web', notAllowed) },
    'root needs no range': { 'config.json': config, 'session.txt': asRoot('runc run web', 'runc run failed: failed to write /proc/42/uid_map: operation not permitted\n') },
  },
  open: { 'the line alone': { 'run.log': notAllowed } },
});
