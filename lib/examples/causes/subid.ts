import { bundleConfig } from '../../diagnosis/testing/bundle-config';
import { asUser } from '../../diagnosis/testing/lines';
import type { AreaExamples } from '../cause-example';
import { granted, mapped, startedByUser } from './parts';

const config = bundleConfig({ linux: mapped([0, 1000, 1], [1, 100000, 65536]) });
const notAllowed = asUser('runc run web', 'newuidmap: uid range [1-65537) -> [100000-165536) not allowed\n');
const repaired = { 'config.json': config, 'session.txt': granted('app:100000:65536') + startedByUser('runc') };
const listed = (mode: string) => asUser('ls -l /usr/bin/newuidmap', `${mode} 1 root root 39296 Nov  1 10:00 /usr/bin/newuidmap\n`);
const privileged = { 'config.json': config, 'session.txt': listed('-rwsr-xr-x') + startedByUser('runc') };
const pulled = asUser('podman run alpine echo hello', 'hello\n');
const tooLarge = 'FATA[0010] failed to extract layer: failed to Lchown "/x" for UID 0, GID 42: lchown /x: value too large for defined data type\n';
const pause = 'Error: invalid internal status, try resetting the pause process with "podman system migrate": could not find any running process: no such process\n';
const ownId = 'Error: potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/shadow): lchown /etc/shadow: invalid argument\n';

export const subidExamples: AreaExamples<'subid'> = {
  'subid-range-missing': {
    bad: { 'config.json': config, 'session.txt': granted('deploy:100000:65536') + notAllowed },
    good: repaired,
  },
  'subid-range-mismatch': {
    bad: { 'config.json': config, 'session.txt': granted('app:200000:65536') + notAllowed },
    good: repaired,
  },
  'newidmap-missing': {
    bad: {
      'config.json': config,
      'session.txt':
        asUser('ls -l /usr/bin/newuidmap', "ls: cannot access '/usr/bin/newuidmap': No such file or directory\n") +
        asUser('podman run alpine', 'Error: command required for rootless mode with multiple IDs: exec: "newuidmap": executable file not found in $PATH\n'),
    },
    good: privileged,
  },
  'subid-range-too-small': {
    bad: { 'config.json': config, 'session.txt': granted('app:100000:1000') + notAllowed },
    good: repaired,
  },
  'subid-range-overlap': {
    bad: { 'session.txt': granted('app:100000:65536', 'app:1000:1') + asUser('podman pull alpine', ownId) },
    good: { 'session.txt': granted('app:100000:65536', 'deploy:165536:65536') + pulled },
  },
  'subid-range-outside-idmapped-home': {
    bad: { 'session.txt': granted('app:100000:65536') + asUser('nerdctl run alpine', tooLarge) },
    good: { 'session.txt': granted('app:524288:65536') + asUser('nerdctl run alpine echo hello', 'hello\n') },
  },
  'stale-user-namespace': {
    bad: { 'session.txt': granted('app:100000:65536') + asUser('podman ps', pause) },
    good: { 'session.txt': granted('app:100000:65536') + pulled },
  },
  'newidmap-not-privileged': {
    bad: { 'config.json': config, 'session.txt': listed('-rwxr-xr-x') + asUser('runc run web', 'newuidmap: write to uid_map failed: Operation not permitted\n') },
    good: privileged,
  },
};
