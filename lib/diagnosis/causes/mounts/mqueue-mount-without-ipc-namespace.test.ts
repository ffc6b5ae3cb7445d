import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { podman, runc } from '../../testing/lines';
import { mqueueMountWithoutIpcNamespace } from './mqueue-mount-without-ipc-namespace';

const namespaces = (...extra: object[]) => bundleConfig({ linux: { namespaces: [{ type: 'user' }, { type: 'mount' }, { type: 'pid' }, ...extra] } });
const refused = podman('mount `mqueue` to `dev/mqueue`: Operation not permitted');

describeCause(mqueueMountWithoutIpcNamespace, {
  proved: {
    'no ipc namespace: the config alone': { 'config.json': namespaces() },
    'the ipc namespace is joined, and mqueue was refused': { 'config.json': namespaces({ type: 'ipc', path: '/proc/1/ns/ipc' }), 'run.log': refused },
  },
  refuted: { 'a new ipc namespace': { 'config.json': bundleConfig(), 'run.log': refused } },
  supported: { 'the line alone': { 'run.log': refused } },
  open: { 'another failure': { 'run.log': runc('args must not be empty') } },
});
