import { describe, expect, test } from 'vitest';
import { asRoot, asUser } from '../testing/lines';
import { gatherFacts } from './gather-facts';

const factsOf = (...texts: string[]) => gatherFacts(texts.map((text, index) => ({ name: `file-${index}`, text })));
const versionOf = (text: string, program: string) => factsOf(text).versions?.get(program)?.value;

describe('what runtimes report of themselves', () => {
  const features = (enabled: boolean) =>
    JSON.stringify({ ociVersionMin: '1.0.0', ociVersionMax: '1.2.0', mountOptions: ['bind'], linux: { namespaces: ['user', 'pid'], mountExtensions: { idmap: { enabled } } } }, undefined, 4);

  test.each([true, false])('runc features: idmapped mounts %s, and it is no config', (enabled) => {
    const facts = factsOf(asRoot('runc features', `${features(enabled)}\n`));
    expect(facts.supports?.idmap?.value).toBe(enabled);
    expect(facts.config).toBeUndefined();
  });

  test('crictl info: the handler that pods get by default', () => {
    const info = { status: {}, runtimeHandlers: [{ name: 'runsc', features: { user_namespaces: false } }, { name: 'runc', features: { recursive_read_only_mounts: true, user_namespaces: true } }] };
    expect(factsOf(JSON.stringify(info, undefined, 2)).supports?.userns?.value).toBe(true);
    expect(factsOf(JSON.stringify({ runtimeHandlers: info.runtimeHandlers.slice(0, 1) }, undefined, 2)).supports?.userns?.value).toBe(false);
    expect(factsOf('{"runtimeHandlers": [{"name": "runsc"}]}').supports).toBeUndefined();
  });

  test('a node of Kubernetes', () => {
    const node = 'apiVersion: v1\nkind: Node\nstatus:\n  nodeInfo:\n    containerRuntimeVersion: containerd://2.0.1\n    kernelVersion: 6.8.0-45-generic\n    kubeletVersion: v1.33.1\n    osImage: Ubuntu 24.04.1 LTS\n  runtimeHandlers:\n  - features:\n      userNamespaces: true\n    name: ""\n';
    expect(['containerd', 'linux', 'kubelet', 'distribution'].map((program) => versionOf(node, program))).toEqual(['2.0.1', '6.8.0-45-generic', '1.33.1', 'Ubuntu 24.04.1 LTS']);
    expect(factsOf(node).supports?.userns?.value).toBe(true);
  });
});

describe('docker info', () => {
  const text = `Client: Docker Engine - Community
 Version:    27.3.1

Server:
 Server Version: 27.3.1
 Cgroup Driver: systemd
 Cgroup Version: 2
 runc version: v1.1.14-0-g2c9f560
 Security Options:
  apparmor
  seccomp
   Profile: builtin
  userns
  cgroupns
 Kernel Version: 5.15.0-122-generic
 Operating System: Ubuntu 22.04.5 LTS
`;

  test('as text', () => {
    const facts = factsOf(asRoot('docker info', text));
    expect([facts.remapped?.value, facts.rootless?.value, facts.cgroupVersion?.value]).toEqual([true, false, 2]);
    expect(['docker', 'runc', 'linux', 'distribution'].map((program) => versionOf(text, program))).toEqual(['27.3.1', '1.1.14-0-g2c9f560', '5.15.0-122-generic', 'Ubuntu 22.04.5 LTS']);
  });

  test('as JSON on one line', () => {
    const facts = factsOf('{"ServerVersion":"27.3.1","CgroupVersion":"1","KernelVersion":"6.1.0-25-amd64","SecurityOptions":["name=seccomp,profile=builtin","name=rootless","name=cgroupns"]}\n');
    expect([facts.remapped?.value, facts.rootless?.value, facts.cgroupVersion?.value, facts.versions?.get('linux')?.value]).toEqual([undefined, true, 1, '6.1.0-25-amd64']);
  });

  test('the options end where the list ends', () => {
    expect(factsOf(' Security Options:\n  seccomp\n Runtimes:\n  userns\n').remapped).toBeUndefined();
  });
});

describe('podman info', () => {
  const text = (rootless: boolean) => `host:
  arch: amd64
  buildahVersion: 1.37.3
  cgroupControllers:
  - memory
  - pids
  cgroupVersion: v2
  conmon:
    package: conmon-2.1.12-2.fc41.x86_64
    version: 'conmon version 2.1.12, commit: '
  idMappings:
    gidmap:
    - container_id: 0
      host_id: 1000
      size: 1
    uidmap:
    - container_id: 0
      host_id: 1000
      size: 1
    - container_id: 1
      host_id: 524288
      size: 65536
  kernel: 6.11.4-301.fc41.x86_64
  ociRuntime:
    name: crun
    path: /usr/bin/crun
    version: |-
      crun version 1.17
      commit: 000fa0d4eeed8938301f3bcf8206405315bc1017
  security:
    apparmorEnabled: false
    rootless: ${rootless}
version:
  APIVersion: 5.2.5
  Version: 5.2.5
`;

  test('without root: its map, controllers and versions', () => {
    const facts = factsOf(asUser('podman info', text(true)));
    expect(facts.uidMap?.value.hostRanges).toBe('1000, 524288-589823');
    expect(facts.gidMap?.value.hostRanges).toBe('1000');
    expect([facts.rootless?.value, facts.cgroupVersion?.value, facts.controllers?.value]).toEqual([true, 2, ['memory', 'pids']]);
    expect(['podman', 'crun', 'conmon', 'linux'].map((program) => facts.versions?.get(program)?.value)).toEqual(['5.2.5', '1.17', '2.1.12', '6.11.4-301.fc41.x86_64']);
    expect(facts.runtime?.value).toEqual({ name: 'crun', version: '1.17' });
  });

  test('with root its map is none of a container', () => {
    expect(factsOf(text(false)).uidMap).toBeUndefined();
    expect(factsOf(text(false)).rootless?.value).toBe(false);
  });

  test('as JSON', () => {
    const facts = factsOf('{"host": {"cgroupVersion": "v2", "ociRuntime": {"name": "runc", "version": "runc version 1.1.12\\nspec: 1.0.2"}, "security": {"rootless": true}}, "version": {"Version": "4.9.4"}}');
    expect([facts.versions?.get('runc')?.value, facts.versions?.get('podman')?.value, facts.rootless?.value]).toEqual(['1.1.12', '4.9.4', true]);
  });
});

describe('the process that starts the runtime', () => {
  const status = 'NoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t1\nCapEff:\t00000000a80425fb\n';

  test('its rights', () => {
    const { callerStatus, callerSeccomp } = factsOf(asUser("grep -E 'Seccomp|NoNewPrivs|CapEff' /proc/self/status", status));
    expect([callerStatus?.seccomp?.value, callerStatus?.noNewPrivs?.value, callerStatus?.capEff?.value]).toEqual([2, 1, '00000000a80425fb']);
    expect(callerSeccomp?.value).toBe(2);
  });

  test('a container’s own rights are not the caller’s', () => {
    expect(factsOf(asUser('podman run --rm alpine cat /proc/self/status', status)).callerStatus).toBeUndefined();
  });

  test.each([
    ['a prompt of bash', '(bookworm)root@node1:/# runc run web\n', true],
    ['a prompt of the Gentoo handbook', '(chroot) livecd / # runc run web\n', true],
    ['the answer yes', asRoot('systemd-detect-virt --chroot; echo $?', '0\n'), true],
    ['another root than that of process 1', asRoot('stat -Lc %d:%i / /proc/1/root', '1792:17\n1792:2\n'), true],
    ['the root of process 1', asRoot('stat -Lc %d:%i / /proc/1/root', '1792:2\n1792:2\n'), false],
    ['the answer no', asRoot('systemd-detect-virt --chroot; echo $?', '1\n'), false],
    ['no question', asRoot('runc run web', '0\n'), undefined],
  ])('a chroot: %s', (_, text, expected) => {
    expect(factsOf(text).insideChroot?.value).toBe(expected);
  });
});

describe('hard limits', () => {
  test('of /proc/PID/limits', () => {
    const text = 'Limit                     Soft Limit           Hard Limit           Units     \nMax processes             1024                 62987                processes \nMax locked memory         8388608              unlimited            bytes     \n';
    const limits = factsOf(asUser('cat /proc/self/limits', text)).callerLimits;
    expect([...(limits ?? [])].map(([name, { value }]) => [name, value])).toEqual([['RLIMIT_NPROC', 62987], ['RLIMIT_MEMLOCK', Infinity]]);
    expect(factsOf(asRoot('runc run web', text)).callerLimits).toBeUndefined();
  });

  test.each([
    ['bash', 'max user processes                  (-u) 62987\nopen files                          (-n) 524288\n'],
    ['dash', 'process              62987\nnofiles              524288\n'],
  ])('of ulimit in %s', (_, text) => {
    const limits = factsOf(asUser('ulimit -Ha', text)).callerLimits;
    expect([limits?.get('RLIMIT_NPROC')?.value, limits?.get('RLIMIT_NOFILE')?.value]).toEqual([62987, 524288]);
    expect(factsOf(asUser('ulimit -a', text)).callerLimits, 'soft limits say nothing of the hard ones').toBeUndefined();
  });
});

describe('file capabilities', () => {
  test.each([
    ['/usr/bin/newuidmap cap_setuid=ep', 'cap_setuid=ep'],
    ['/usr/bin/newuidmap = cap_setuid+ep', 'cap_setuid=ep'],
  ])('%s', (line, capabilities) => {
    expect(factsOf(`${line}\n`).fileCapabilities?.map(({ value }) => value)).toEqual([{ path: '/usr/bin/newuidmap', capabilities }]);
  });

  test('getcap that prints nothing found none; at the end of a paste, nobody knows', () => {
    const asked = asUser('getcap /usr/bin/newuidmap');
    expect(factsOf(asked + asUser('id', 'uid=1000(app) gid=1000(app)\n')).fileCapabilities?.map(({ value }) => value)).toEqual([{ path: '/usr/bin/newuidmap', capabilities: '' }]);
    expect(factsOf(asked).fileCapabilities).toBeUndefined();
  });
});

describe('cgroups', () => {
  const file = (uid: string) => `/sys/fs/cgroup/user.slice/user-${uid}.slice/user@${uid}.service/cgroup.controllers`;

  test.each([
    ['after cat', asUser(`cat ${file('1000')}`, 'memory pids\n')],
    ['after cat with the ID of the shell', asUser(`cat ${file('$(id -u)')}`, 'memory pids\n')],
    ['with the name of the file', `${file('1000')}:memory pids\n`],
    ['beside the root cgroup', asUser('cat /sys/fs/cgroup/cgroup.controllers', 'cpuset cpu io memory pids\n') + asUser(`cat ${file('1000')}`, 'memory pids\n')],
  ])('controllers %s', (_, text) => {
    expect(factsOf(text).controllers?.value).toEqual(['memory', 'pids']);
  });

  test('none at all, and words of other texts', () => {
    expect(factsOf(asUser(`cat ${file('1000')}`, '\n') + asUser('id')).controllers?.value).toEqual([]);
    expect(factsOf('memory\n').controllers).toBeUndefined();
    expect(factsOf('memory pids and more\n').controllers).toBeUndefined();
  });

  test.each([['Linger=no', false], ['          Linger: yes', true]])('%s', (line, expected) => {
    expect(factsOf(`${line}\n`).linger?.value).toBe(expected);
  });
});

test('what is to be written into a file is no setting of the kernel', () => {
  const shown = 'user.max_user_namespaces = 28633\n';
  expect(factsOf(`cat <<EOT > /etc/sysctl.d/51-rootless.conf\n${shown}EOT\n`).sysctls).toBeUndefined();
  expect(factsOf(shown).sysctls?.get('user.max_user_namespaces')?.value).toBe('28633');
});
