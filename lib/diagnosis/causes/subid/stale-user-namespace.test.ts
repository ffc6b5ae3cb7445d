import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asUser, podman } from '../../testing/lines';
import { staleUserNamespace } from './stale-user-namespace';

const single = asUser('podman pull x', 'WARN[0000] Using rootless single mapping into the namespace. This might break some images. Check /etc/subuid and /etc/subgid for adding sub*ids if not using a network user\n');
const granted = asUser('cat /etc/subuid', 'app:100000:65536\n') + asUser('cat /etc/subgid', 'app:100000:65536\n');

describeCause(staleUserNamespace, {
  proved: { 'the line of Podman alone': { 'run.log': 'Error: invalid internal status, try resetting the pause process with "podman system migrate": could not find any running process: no such process\n' } },
  refuted: { 'no range is granted at all': { 'session.txt': asUser('cat /etc/subuid', '\n# none\n') + single } },
  supported: {
    'a single ID in the namespace, though a range is granted': {
      'session.txt': '$ podman unshare cat /proc/self/uid_map\n         0       1000          1\n$ cat /etc/subuid\nweb:100000:65536\n$ cat /etc/subgid\nweb:100000:65536\n$ podman pull web\nError: processing tar file(lchown /etc/shadow: invalid argument): exit status 1\n',
    }, 'ranges are granted, and a single ID is mapped': { 'session.txt': granted + single } },
  open: {
    'a single ID, and no ranges shown': { 'run.log': single },
    'the config alone': { 'config.json': bundleConfig() },
    'only one of the files grants a range': { 'session.txt': asUser('cat /etc/subuid', 'app:100000:65536\n') + single },
    'another failure': { 'run.log': podman('write to `uid_map`: Operation not permitted') },
  },
});
