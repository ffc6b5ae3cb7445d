import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { namespacePathInvalid } from './namespace-path-invalid';

const joining = (path: string) => bundleConfig({ linux: { namespaces: [{ type: 'user' }, { type: 'pid' }, { type: 'mount' }, { type: 'network', path }] } });
const gone = runc('namespace path: lstat /proc/4711/ns/net: no such file or directory');

describeCause(namespacePathInvalid, {
  proved: {
    'the process has ended: config and log': { 'config.json': joining('/proc/4711/ns/net'), 'run.log': gone },
    'the line of runc alone': { 'run.log': gone },
    'the host says that it is gone': { 'config.json': joining('/run/netns/web'), 'ls.txt': asRoot('ls -l /run/netns/web', "ls: cannot access '/run/netns/web': No such file or directory\n") },
  },
  refuted: { 'no namespace is joined by a path': { 'config.json': bundleConfig() } },
  open: { 'a path of which nothing is known': { 'config.json': joining('/run/netns/web') } },
});
