import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, asUser } from '../../testing/lines';
import { nestedMappingExceedsParent } from './nested-mapping-exceeds-parent';

const refusedMap = 'newuidmap: write to uid_map failed: Operation not permitted\n';
const outer = (line: string) => asRoot('cat /proc/self/uid_map', line);

describeCause(nestedMappingExceedsParent, {
  proved: {
    'the host ID of container root means nothing to the runtime': { 'run.log': 'runc run failed: fchown fd 7: invalid argument\n' },
    'the container that holds the runtime has 65536 IDs': {
      'config.json': bundleConfig(),
      'session.txt': outer('         0     100000      65536\n') + asRoot('runc run web', refusedMap),
    },
    'the range lies in two extents of the map around it': {
      'session.txt': outer('         0       1000          1\n         1          7          1\n         2     524288      65536\n') + asRoot('podman info', 'ERRO[0000] running `/usr/bin/newuidmap 7 0 0 1 1 1 65535`: newuidmap: write to uid_map failed: Operation not permitted\n'),
    },
    'the grant itself holds IDs that do not exist in here': {
      'session.txt': outer('         0     100000      65536\n') + asUser('cat /etc/subuid', 'app:100000:65536\n') + asUser('crun run web', refusedMap),
    },
  },
  refuted: {
    'every asked ID exists in the outer container': {
      'config.json': bundleConfig({ linux: { uidMappings: [{ containerID: 0, hostID: 1000, size: 1000 }] } }),
      'session.txt': outer('         0     100000      65536\n') + asRoot('runc run web', refusedMap),
    },
    'on the host itself every ID exists, whatever the map': { 'session.txt': outer('         0          0 4294967295\n') + asRoot('runc run web', refusedMap) },
    'every ID exists on the host itself': { 'config.json': bundleConfig(), 'session.txt': outer('         0          0 4294967295\n') + asRoot('runc run web', refusedMap) },
  },
  supported: {
    'the runtime has not every ID, and the map is not shown': { 'session.txt': '$ cat /proc/self/uid_map\n         0     100000      65536\n', 'run.log': 'write to `uid_map`: Operation not permitted\n' },
    'a pod of a runtime that is noted to run inside a container': {
      'events.txt': 'Failed to create pod sandbox: failed to create network namespace for sandbox "ab12": failed to start noop process for unshare: fork/exec /proc/self/exe: operation not permitted\n',
      'notes.txt': 'kubelet and containerd are running in a rootless container\n',
    },
    'a pod of a rootless k3s': { 'unit.txt': 'ExecStart=/usr/local/bin/k3s server --rootless\n', 'k3s.log': 'failed to start noop process for unshare: fork/exec /proc/self/exe: operation not permitted\n' },
    'config and outer map, and no failure yet': { 'config.json': bundleConfig(), 'session.txt': outer('         0     100000      65536\n') },
  },
  open: {
    'the line alone': { 'run.log': refusedMap },
    'a host ID that the caller may not give anything to': { 'run.log': 'runc run failed: fchown fd 7: operation not permitted\n' },
    'the config alone': { 'config.json': bundleConfig() },
  },
});

test('both maps are moved to IDs that exist in here', () => {
  const texts = { 'config.json': bundleConfig(), 'session.txt': outer('         0     100000      65536\n') + asRoot('runc run web', refusedMap) };
  const [first] = nestedMappingExceedsParent.judge(gatherFacts(textsOf(texts))).statement?.fixes ?? [];
  expect(first?.patch).toEqual([
    { op: 'replace', path: '/linux/uidMappings/0/hostID', value: 0 },
    { op: 'replace', path: '/linux/gidMappings/0/hostID', value: 0 },
  ]);
});
