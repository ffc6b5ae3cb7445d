import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, podman, runcInit } from '../../testing/lines';
import { processCwdDenied } from './process-cwd-denied';

describeCause(processCwdDenied, {
  proved: {
    'refused, with the config': {
      'config.json': bundleConfig({ process: { cwd: '/home/app' } }),
      'run.log': runcInit('chdir to cwd ("/home/app") set in config.json failed: permission denied'),
    },
    'missing, the line alone': { 'run.log': runcInit('chdir to cwd ("/srv/none") set in config.json failed: no such file or directory') },
    'the words of crun': { 'run.log': podman('chdir to `/home/app`: Permission denied') },
  },
  refuted: {
    'the directory is there, and everyone may enter it': {
      'config.json': bundleConfig({ process: { cwd: '/srv' } }),
      'ls.txt': asRoot('ls -ldn /mycontainer/rootfs/srv', 'drwxr-xr-x 2 65536 65536 4096 Nov  1 10:00 /mycontainer/rootfs/srv\n'),
    },
  },
  open: {
    'a config alone does not tell what the rootfs holds': { 'config.json': bundleConfig({ process: { cwd: '/srv/none' } }) },
    'another path was refused': { 'run.log': runcInit('error mounting "proc" to rootfs at "/proc": mkdir /c/rootfs/proc: permission denied') },
  },
});
