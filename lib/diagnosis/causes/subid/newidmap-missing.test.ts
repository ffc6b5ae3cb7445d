import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, asUser } from '../../testing/lines';
import { newidmapMissing } from './newidmap-missing';

const notFound = 'Error: command required for rootless mode with multiple IDs: exec: "newuidmap": executable file not found in $PATH\n';
const gone = asUser('ls -l /usr/bin/newuidmap', "ls: cannot access '/usr/bin/newuidmap': No such file or directory\n");

describeCause(newidmapMissing, {
  proved: {
    'the line of Podman alone': { 'run.log': notFound },
    'the host lacks it, and an ordinary user starts the runtime': { 'session.txt': gone + asUser('runc run web') },
    'the host lacks it, and a map was refused': { 'session.txt': gone + asUser('unshare -r -U true', 'write to `uid_map`: Operation not permitted\n') },
  },
  supported: { 'runc prints it for root as well, and nothing tells who called': { 'run.log': 'level=fatal msg="nsexec-0[4240]: mapping tool not present: Operation not permitted"\n' } },
  refuted: {
    'it is there': { 'session.txt': asUser('ls -l /usr/bin/newuidmap', '-rwsr-xr-x 1 root root 39296 Nov  1 10:00 /usr/bin/newuidmap\n') },
    'runc as root never looks for it': { 'session.txt': asRoot('runc run web', 'level=fatal msg="nsexec-0[4240]: mapping tool not present: Operation not permitted"\n') },
  },
  open: {
    'the config alone tells nothing of programs': { 'config.json': bundleConfig() },
    'it is gone, and nothing tells who starts the runtime': { 'session.txt': asRoot('ls -l /usr/bin/newgidmap', "ls: cannot access '/usr/bin/newgidmap': No such file or directory\n") },
    'a refused map alone': { 'run.log': 'newuidmap: write to uid_map failed: Operation not permitted\n' },
  },
});

test('the package of the distribution that is seen', () => {
  const of = (name: string) =>
    newidmapMissing.judge(gatherFacts(textsOf({ 'run.log': notFound, 'os-release.txt': `ID=${name}\nNAME="${name}"\nPRETTY_NAME="${name} 41"\n` }))).statement?.fixes[0]?.commands;
  expect(of('fedora')).toContain('dnf install -y shadow-utils');
  expect(of('debian')).toContain('apt-get install --reinstall -y uidmap');
});

test('programs that stand outside PATH are found there, not installed', () => {
  const listed = asUser('ls -l /opt/shadow/bin/newuidmap', '-rwsr-xr-x 1 root root 39296 Nov  1 10:00 /opt/shadow/bin/newuidmap\n');
  const [first] = newidmapMissing.judge(gatherFacts(textsOf({ 'session.txt': listed, 'run.log': notFound }))).statement?.fixes ?? [];
  expect(first?.commands).toEqual(['export PATH=/opt/shadow/bin:"$PATH"']);
});
