import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { rootfsPathRelative } from './rootfs-path-relative';

const denied = (path: string) =>
  'ctr: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ' +
  `error during container init: error mounting "proc" to rootfs at "/proc": mkdir ${path}/proc: permission denied: unknown\n`;
const task = '/run/containerd/io.containerd.runtime.v2.task';

describeCause(rootfsPathRelative, {
  proved: {
    'through containerd, the mount point of /proc is denied in its task directory': {
      'config.json': bundleConfig({ root: { path: 'rootfs' } }),
      'output.txt': `root@node1:/mycontainer# ctr run --config config.json mycontainer\n${denied(`${task}/default/mycontainer/rootfs`)}`,
    },
  },
  refuted: {
    'the path is absolute': { 'config.json': bundleConfig({ root: { path: '/mycontainer/rootfs' } }) },
    'runc alone takes it from the bundle': {
      'config.json': bundleConfig({ root: { path: 'rootfs' } }),
      'output.txt': 'root@node1:/mycontainer# runc run mycontainer\n',
    },
    'ctr was given an image': {
      'config.json': bundleConfig({ root: { path: 'rootfs' } }),
      'output.txt': 'root@node1:/mycontainer# ctr run --rm docker.io/library/alpine:latest web\nctr: exec: "sh": executable file not found in $PATH\n',
    },
    'the CRI mounts a snapshot there': {
      'config.json': bundleConfig({ root: { path: 'rootfs' } }),
      'output.txt': denied(`${task}/k8s.io/0f3c/rootfs`),
    },
  },
  open: { 'the log alone': { 'output.txt': 'ctr: exec: "sh": executable file not found in $PATH\n' } },
  supported: {
    'the config alone, with no sign of the runtime': { 'config.json': bundleConfig({ root: { path: 'rootfs' } }) },
    'the failing path alone': { 'output.txt': denied(`${task}/default/mycontainer/rootfs`) },
  },
});
