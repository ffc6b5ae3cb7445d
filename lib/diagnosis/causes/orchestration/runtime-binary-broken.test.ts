import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { runtimeBinaryBroken } from './runtime-binary-broken';

describeCause(runtimeBinaryBroken, {
  proved: {
    'it left no log': { 'run.log': 'OCI runtime create failed: unable to retrieve OCI runtime error (open /run/containerd/io.containerd.runtime.v2.task/k8s.io/ab/log.json: no such file or directory): runc did not terminate successfully: exit status 127: unknown\n' },
    'a library is missing': { 'run.log': 'crun: error while loading shared libraries: libyajl.so.2: cannot open shared object file: No such file or directory\n' },
    'the shell did not find it': { 'session.txt': asRoot('runc run web', 'bash: runc: command not found\n') },
    'it may not be executed': { 'session.txt': asRoot('runc run web', 'timeout: failed to run command ‘runc’: Permission denied\n') },
    'a shell took it for a script': { 'session.txt': asRoot('crun run web', '/usr/bin/crun: 1: Syntax error: ")" unexpected\n') },
    'it is built for another machine': { 'session.txt': asRoot('runc run web', 'bash: /usr/sbin/runc: cannot execute binary file: Exec format error\n') },
  },
  refuted: { 'it is there': { 'ls.txt': asRoot('ls -l /usr/sbin/runc', '-rwxr-xr-x 1 root root 13500000 Nov  1 10:00 /usr/sbin/runc\n') } },
  open: { 'it spoke': { 'run.log': runc('args must not be empty') } },
});

const debian = { 'os-release': asRoot('cat /etc/os-release', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n') };
const firstCommands = (text: string, host = {}) => runtimeBinaryBroken.judge(gatherFacts(textsOf({ 'session.txt': asRoot('crun run web', text), ...host }))).statement?.fixes[0]?.commands;

test('the package of the runtime, or of the library that it lacks, is installed anew', () => {
  expect(firstCommands('bash: crun: command not found\n', debian)).toEqual(['apt-get install --reinstall --no-remove -y crun']);
  expect(firstCommands('crun: error while loading shared libraries: libjson-c.so.5: cannot open shared object file: No such file or directory\n', debian)).toEqual(['apt-get install --reinstall --no-remove -y libjson-c5']);
});

test('where the distribution is not known, the runtime is run by hand', () => {
  expect(firstCommands('bash: crun: command not found\n')).toEqual(['command -v runc crun || true', '{ runc --version; crun --version; } || true']);
});
