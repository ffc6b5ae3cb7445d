import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { processExecutableMissing } from './process-executable-missing';

const notFound = (program: string) => runc(`unable to start container process: exec: "${program}": executable file not found in $PATH`);
const ls = asRoot('ls -la /mycontainer/rootfs/bin', 'total 2048\ndrwxr-xr-x 2 65536 65536 4096 Nov  1 10:00 .\ndrwxr-xr-x 9 65536 65536 4096 Nov  1 10:00 ..\n-rwxr-xr-x 1 65536 65536 1976616 Nov  1 10:00 busybox\nlrwxrwxrwx 1 65536 65536 7 Nov  1 10:00 sh -> busybox\n');

describeCause(processExecutableMissing, {
  proved: {
    'config and log': { 'config.json': bundleConfig({ process: { args: ['bash'] } }), 'run.log': notFound('bash') },
    'no program is named at all': { 'config.json': bundleConfig({ process: { args: [] } }) },
    'crun found the program and could not execute it': {
      'config.json': bundleConfig({ process: { args: ['/app/run', '--port', '80'] } }),
      'run.log': 'exec container process `/app/run`: No such file or directory\n',
    },
    'the interpreter is not there, though the program may be': {
      'config.json': bundleConfig({ process: { args: ['/app/run'] } }),
      'run.log': runc('unable to start container process: exec /app/run: no such file or directory'),
    },
  },
  refuted: {
    'the listing shows the program': { 'config.json': bundleConfig(), 'ls.txt': ls, 'run.log': notFound('sh') },
  },
  supported: {
    'another program than the config starts': { 'config.json': bundleConfig({ process: { args: ['sh'] } }), 'session.txt': asRoot('runc exec web bash', notFound('bash')) },
    'the line alone: through containerd the whole rootfs may be another': { 'run.log': 'ctr: exec: "sh": executable file not found in $PATH\n' },
  },
  open: {
    'a config that names a program': { 'config.json': bundleConfig() },
    'Podman says so of whatever is missing': { 'run.log': 'Error: crun: error: OCI runtime attempted to invoke a command that was not found\n' },
    'what Podman says of any "no such file"': { 'run.log': 'Error: crun: readlink ``: No such file or directory: OCI runtime attempted to invoke a command that was not found\n' },
  },
});

test('no shell is offered that the listing does not show', () => {
  const lacks = asRoot('ls -la /mycontainer/rootfs/bin', 'total 2048\ndrwxr-xr-x 2 65536 65536 4096 Nov  1 10:00 .\n-rwxr-xr-x 1 65536 65536 1976616 Nov  1 10:00 busybox\n');
  const judged = processExecutableMissing.judge(gatherFacts(textsOf({ 'config.json': bundleConfig({ root: { path: '/mycontainer/rootfs' }, process: { args: ['bash'] } }), 'ls.txt': lacks, 'run.log': notFound('bash') })));
  expect(JSON.stringify(judged.statement?.fixes[0]?.patch)).not.toMatch(/"(?:ba)?sh"/);
});
