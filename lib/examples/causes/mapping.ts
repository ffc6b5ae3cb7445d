import { bundleConfig } from '../../diagnosis/testing/bundle-config';
import { asRoot, asUser, podman, runc, runcInit } from '../../diagnosis/testing/lines';
import type { AreaExamples } from '../cause-example';
import { granted, mapped, namespaces, sound, started, startedByUser, status, uname } from './parts';

const refusedMap = 'runc run failed: unable to start container process: failed to write /proc/4242/uid_map: write /proc/4242/uid_map: invalid argument\n';
const outerMap = (line: string) => asRoot('cat /proc/self/uid_map', `${line}\n`);
const joiningNetwork = bundleConfig({ linux: namespaces('user', 'pid', 'mount', 'ipc', { type: 'network', path: '/run/netns/web' }) });
/** All capabilities of Docker's default set: CAP_SETUID (7) among them, and CAP_SETFCAP (31). */
const dockerCapabilities = '00000000a80425fb';
const withoutSetfcap = '00000000280425fb';

export const mappingExamples: AreaExamples<'mapping'> = {
  'userns-mappings-without-namespace': {
    bad: {
      'config.json': bundleConfig({ linux: namespaces('pid', 'network', 'ipc', 'uts', 'mount', 'cgroup') }),
      'run.log': runc("user namespace mappings specified, but user namespace isn't enabled in the config"),
    },
    good: { 'config.json': sound },
  },
  'userns-without-mappings': {
    bad: {
      'config.json': bundleConfig({ linux: { uidMappings: undefined, gidMappings: undefined } }),
      'run.log': runc('user namespaces enabled, but no uid mappings found'),
    },
    good: { 'config.json': sound },
  },
  'container-root-unmapped': {
    bad: { 'config.json': bundleConfig({ linux: mapped([1000, 100000, 65536]) }), 'run.log': runc('user namespaces enabled, but no mapping found for uid 0') },
    good: { 'config.json': bundleConfig({ linux: mapped([0, 100000, 65536]) }) },
  },
  'process-user-unmapped': {
    bad: {
      'config.json': bundleConfig({ process: { user: { uid: 1000, gid: 1000 } }, linux: mapped([0, 100000, 1000]) }),
      'run.log': runcInit('unable to setup user: cannot setuid to unmapped uid 1000 in user namespace'),
    },
    good: { 'config.json': bundleConfig({ process: { user: { uid: 1000, gid: 1000 } }, linux: mapped([0, 100000, 65536]) }) },
  },
  'mapping-overlap': {
    bad: { 'config.json': bundleConfig({ linux: mapped([0, 100000, 65536], [65536, 150000, 100]) }), 'run.log': refusedMap },
    good: { 'config.json': bundleConfig({ linux: mapped([0, 100000, 65536], [65536, 165536, 100]) }) },
  },
  'mapping-range-invalid': {
    bad: { 'config.json': bundleConfig({ linux: mapped([0, 4294967000, 65536]) }), 'run.log': refusedMap },
    good: { 'config.json': bundleConfig({ linux: mapped([0, 100000, 65536]) }) },
  },
  'userns-path-with-mappings': {
    bad: {
      'config.json': bundleConfig({ linux: namespaces({ type: 'user', path: '/proc/4242/ns/user' }, 'pid', 'mount', 'network', 'ipc') }),
      'run.log': runc('user namespaces enabled, but both namespace path and non-matching mapping specified -- you may only provide one'),
    },
    good: { 'config.json': sound },
  },
  'mapping-too-many-extents': {
    bad: { 'config.json': bundleConfig({ linux: mapped(...[0, 1, 2, 3, 4, 5, 6].map((at) => [at, 100000 + at, 1] as const)) }), 'session.txt': asUser('runc run web', refusedMap) },
    good: { 'config.json': bundleConfig({ linux: mapped([0, 100000, 7]), mounts: [] }), 'session.txt': startedByUser('runc') },
  },
  'mapping-to-host-root': {
    bad: {
      'config.json': bundleConfig({ linux: mapped([0, 0, 65536]) }),
      'run.log': 'cannot use uidmapping or gidmapping if running as a UID below minimum mappable ID 1000\n',
    },
    good: { 'config.json': bundleConfig({ linux: mapped([0, 100000, 65536]) }) },
  },
  'host-root-needs-setfcap': {
    bad: {
      'config.json': bundleConfig({ linux: mapped([0, 0, 65536]) }),
      'session.txt': uname('6.1.0-18-amd64') + outerMap('         0     100000      65536') + status(withoutSetfcap, 0) + asRoot('crun run web', 'write to `uid_map`: Operation not permitted\n'),
    },
    good: {
      'config.json': bundleConfig({ linux: mapped([0, 1, 65535]) }),
      'session.txt': uname('6.1.0-18-amd64') + outerMap('         0     100000      65536') + status(dockerCapabilities, 0) + started('crun'),
    },
  },
  'namespace-path-invalid': {
    bad: {
      'config.json': bundleConfig({ linux: namespaces('user', 'pid', 'mount', 'ipc', { type: 'network', path: '/proc/4711/ns/net' }) }),
      'run.log': runc('namespace path: lstat /proc/4711/ns/net: no such file or directory'),
    },
    good: { 'config.json': sound },
  },
  'joined-namespace-foreign': {
    bad: {
      'config.json': joiningNetwork,
      'run.log': runc("unable to start container process: can't get final child's PID from pipe: EOF; runc init error(s): nsexec-1[4242]: failed to setns into network namespace: Operation not permitted"),
    },
    good: { 'config.json': sound },
  },
  'mapping-write-denied': {
    bad: { 'run.log': "+ echo '0 100000 65536' > /proc/4242/uid_map\n./mkns.sh: line 3: echo: write error: Operation not permitted\n" },
    good: { 'config.json': sound, 'session.txt': granted('app:65536:65536') + startedByUser() },
  },
  'nested-mapping-exceeds-parent': {
    bad: { 'config.json': bundleConfig({ linux: mapped([0, 100000, 65536]) }), 'session.txt': outerMap('         0     100000      65536') + asRoot('crun run web', podman('write to `uid_map`: Operation not permitted')) },
    good: { 'config.json': bundleConfig({ linux: mapped([0, 1000, 60000]) }), 'session.txt': outerMap('         0     100000      65536') + started('crun') },
  },
};
