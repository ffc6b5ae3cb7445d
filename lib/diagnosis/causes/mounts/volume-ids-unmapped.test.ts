import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, asUser, runc } from '../../testing/lines';
import { volumeIdsUnmapped } from './volume-ids-unmapped';

const config = bundleConfig({ mounts: [{ destination: '/var/lib/mysql', type: 'bind', source: '/srv/mysql', options: ['rbind'] }] });
const refused = "chown: changing ownership of '/var/lib/mysql/': Operation not permitted\n";
const ownMap = [{ containerID: 0, hostID: 65536, size: 65536 }];
const listing = (owner: number) => asRoot('ls -ldn /srv/mysql', `drwxr-x--- 2 ${owner} ${owner} 4096 Nov  1 10:00 /srv/mysql\n`);

const socket = 'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.45/info": dial unix /var/run/docker.sock: connect: permission denied\n';

describeCause(volumeIdsUnmapped, {
  proved: {
    'the volume belongs to an ordinary user of the host': { 'config.json': config, 'run.log': refused, 'ls.txt': listing(999) },
    'inside it shows as nobody': { 'session.txt': asRoot('runc run web', "drwx------    2 65534    65534         4096 Nov  1 10:00 data\nls: can't open '/data': Permission denied\n") },
  },
  refuted: {
    'the socket of the daemon, and nothing of a map': { 'run.log': socket }, 'its owner is mapped': { 'config.json': config, 'run.log': refused, 'ls.txt': listing(65536 + 999) } },
  supported: {
    'the socket of the daemon, for mapped IDs': { 'daemon.json': '{"userns-remap": "default"}', 'run.log': socket },
    'the line alone': { 'run.log': refused },
    'a redirection of a shell, for an ordinary user': { 'session.txt': asUser('runc run web', 'bash: /data/out.txt: Permission denied\n') },
  },
  open: {
    'nothing tells of a user namespace': { 'session.txt': asRoot('docker run --user 1000 -v /srv/data:/data web', 'bash: /data/out.txt: Permission denied\n') },
    'the mount maps the IDs itself': { 'config.json': bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'], uidMappings: ownMap, gidMappings: ownMap }] }), 'run.log': "cat: can't open '/data/hello': Permission denied\n" },
    'another failure': { 'run.log': runc('args must not be empty') },
  },
});

test('the files are given to the user that the process has', () => {
  const asUser33 = bundleConfig({ process: { user: { uid: 33, gid: 34 } }, mounts: [{ destination: '/var/lib/mysql', type: 'bind', source: '/srv/mysql', options: ['rbind'] }] });
  const [first] = volumeIdsUnmapped.judge(gatherFacts(textsOf({ 'config.json': asUser33, 'run.log': refused, 'ls.txt': listing(999) }))).statement?.fixes ?? [];
  expect(first?.commands.at(-1)).toBe('chown -hR --from=999 65569:65570 -- /srv/mysql');
});
