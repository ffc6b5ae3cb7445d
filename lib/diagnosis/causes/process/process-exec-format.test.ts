import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runc } from '../../testing/lines';
import { processExecFormat } from './process-exec-format';

const refused = runc('unable to start container process: exec /app/run: exec format error');

describeCause(processExecFormat, {
  proved: {
    'the line of runc alone': { 'run.log': refused },
    'the line of crun alone': { 'run.log': podman('exec container process `/app/run`: Exec format error') },
    'what the program itself prints first': { 'run.log': 'exec /usr/local/bin/docker-entrypoint.sh: exec format error\n' },
  },
  refuted: {
    'the path is a directory': {
      'config.json': bundleConfig({ process: { args: ['/app/run'] } }),
      'run.log': refused,
      'ls.txt': asRoot('ls -ldn /mycontainer/rootfs/app/run', 'drwxr-xr-x 2 65536 65536 4096 Nov  1 10:00 /mycontainer/rootfs/app/run\n'),
    },
  },
  open: { 'a missing loader says another thing': { 'run.log': runc('unable to start container process: exec /app/run: no such file or directory') } },
});
