import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, podman, runc, runcInit } from '../../testing/lines';
import { bindSourceMissing } from './bind-source-missing';

const config = bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'] }] });
const notFound = runcInit('error mounting "/srv/data" to rootfs at "/data": create mountpoint for /data mount: stat /srv/data: no such file or directory');

describeCause(bindSourceMissing, {
  proved: {
    'config and log': { 'config.json': config, 'run.log': notFound },
    'the line of runc alone names a mount source': { 'run.log': runc('unable to start container process: failed to fulfil mount request: open /srv/data: no such file or directory') },
    'the host says that it is not there': { 'config.json': config, 'session.txt': asRoot('ls -ld /srv/data', "ls: cannot access '/srv/data': No such file or directory\n") },
  },
  refuted: {
    'it is there': { 'config.json': config, 'run.log': notFound, 'session.txt': asRoot('ls -ldn /srv/data', 'drwxr-xr-x 2 0 0 4096 Nov  1 10:00 /srv/data\n') },
  },
  supported: { 'crun does not say what it looked for': { 'run.log': podman('cannot stat `/srv/data`: No such file or directory') } },
  open: { 'a config alone': { 'config.json': config } },
});

test('every source that a listing did not find is made', () => {
  const two = bundleConfig({ mounts: ['/srv/data', '/srv/my logs'].map((source, index) => ({ destination: `/data${index}`, type: 'bind', source, options: ['rbind'] })) });
  const gone = asRoot("ls -ldn -- '/srv/my logs'", "ls: cannot access '/srv/my logs': No such file or directory\n");
  const [first] = bindSourceMissing.judge(gatherFacts(textsOf({ 'config.json': two, 'run.log': notFound, 'session.txt': gone }))).statement?.fixes ?? [];
  expect(first?.commands.slice(1)).toEqual(['mkdir -p -- /srv/data', "mkdir -p -- '/srv/my logs'"]);
});
