import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot } from '../../testing/lines';
import { hostRootNeedsSetfcap } from './host-root-needs-setfcap';

const root = [{ containerID: 0, hostID: 0, size: 65536 }];
const config = bundleConfig({ linux: { uidMappings: root, gidMappings: root } });
const denied = 'write to `uid_map`: Operation not permitted\n';
const outer = asRoot('cat /proc/self/uid_map', '         0     100000      65536\n');
/** Docker's default set without CAP_SETFCAP (31). */
const withoutSetfcap = '00000000280425fb';
const status = (capEff: string) => asRoot('grep CapEff /proc/self/status', `CapEff:\t${capEff}\n`);
const uname = (version: string) => `Linux node1 ${version} #1 SMP x86_64 GNU/Linux\n`;

describeCause(hostRootNeedsSetfcap, {
  proved: {
    'all else is out: the writer may set IDs, the outer namespace holds them, the kernel asks for the capability': {
      'config.json': config,
      'session.txt': asRoot('uname -a', uname('6.1.0-18-amd64')) + outer + status(withoutSetfcap) + asRoot('crun run web', denied),
    },
  },
  refuted: {
    'before Linux 5.12 nobody asked for it': { 'config.json': config, 'run.log': denied, 'uname.txt': uname('5.10.0-28-amd64') },
    'the writer has the capability': { 'config.json': config, 'session.txt': outer + status('00000000a80425fb') + asRoot('crun run web', denied) },
    'the map holds no ID 0 of the outside': { 'config.json': bundleConfig(), 'run.log': denied },
  },
  supported: {
    'the IDs may not exist in the outer namespace': { 'config.json': config, 'session.txt': asRoot('uname -a', uname('6.1.0-18-amd64')) + status(withoutSetfcap) + asRoot('crun run web', denied) },
    'root maps its own ID': { 'session.txt': asRoot('id', 'uid=0(root) gid=0(root) groups=0(root)\n') + asRoot('unshare -r true', 'unshare: write failed /proc/self/uid_map: Operation not permitted\n') },
    'the map holds 0, and could not be written': { 'config.json': config, 'run.log': denied, 'uname.txt': uname('6.1.0-18-amd64') },
  },
  open: {
    'the line alone': { 'run.log': denied },
    'the config alone: its writer may have the capability': { 'config.json': config },
    'the map of a config, and a failure of another step': { 'config.json': config, 'run.log': 'executable file `bash` not found in $PATH: No such file or directory\n' },
  },
});

const patchOf = (uidMappings: unknown) => {
  const texts = { 'config.json': bundleConfig({ linux: { uidMappings } }), 'run.log': denied };
  return hostRootNeedsSetfcap.judge(gatherFacts(textsOf(texts))).statement?.fixes[0]?.patch;
};

test('an extent that would run past the last ID is cut as it moves', () => {
  expect(patchOf([{ containerID: 0, hostID: 0, size: 4294967295 }])).toEqual([
    { op: 'replace', path: '/linux/uidMappings/0/hostID', value: 100000 },
    { op: 'replace', path: '/linux/uidMappings/0/size', value: 65536 },
  ]);
});

test('it moves behind an extent that holds the usual IDs already', () => {
  const beside = [{ containerID: 0, hostID: 0, size: 1 }, { containerID: 1, hostID: 100000, size: 65535 }];
  expect(patchOf(beside)).toEqual([{ op: 'replace', path: '/linux/uidMappings/0/hostID', value: 165535 }]);
});

test('in a container the map moves to IDs that exist there', () => {
  const texts = { 'config.json': config, 'session.txt': asRoot('uname -a', uname('6.1.0-18-amd64')) + outer + status(withoutSetfcap) + asRoot('crun run web', denied) };
  expect(hostRootNeedsSetfcap.judge(gatherFacts(textsOf(texts))).statement?.fixes[0]?.patch).toEqual([
    { op: 'replace', path: '/linux/uidMappings/0/hostID', value: 1 },
    { op: 'replace', path: '/linux/uidMappings/0/size', value: 65535 },
  ]);
});
