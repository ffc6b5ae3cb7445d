import { describeCause } from '../../testing/describe-cause';
import { asRoot, asUser, podman, runc } from '../../testing/lines';
import { rootlessEnvironmentIncomplete } from './rootless-environment-incomplete';

const fallback = 'create directory `/run/crun`: Permission denied\n';

describeCause(rootlessEnvironmentIncomplete, {
  proved: {
    'crun falls back to /run': { 'session.txt': asUser('crun run web', fallback) },
    'RootlessKit has no tap device': { 'run.log': '[rootlesskit:parent] error: failed to setup network &{logWriter:0xc0000}: setting up tap tap0: executing [[nsenter]]: exit status 1\n' },
    'nerdctl finds no daemon': { 'run.log': 'FATA[0000] rootless containerd not running? (hint: use `containerd-rootless-setuptool.sh install` to start rootless containerd)\n' },
  },
  refuted: { 'root needs no session': { 'session.txt': asRoot('crun run web', fallback) } },
  supported: {
    'no session answers': { 'run.log': podman('sd-bus call: No route to host') },
    'the client of a rootless daemon asks that of root': {
      'session.txt': asUser('dockerd-rootless-setuptool.sh install') + asUser('docker ps', 'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: dial unix /var/run/docker.sock: connect: permission denied\n'),
    },
  },
  open: {
    'systemd answers, and gives no unit': { 'run.log': runc('unable to apply cgroup configuration: unable to start unit "web.scope" (properties []): Interactive authentication required.') },
    'another failure': { 'run.log': runc('args must not be empty') },
  },
});
