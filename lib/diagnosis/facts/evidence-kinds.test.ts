import { expect, test } from 'vitest';
import { positionAt, type Span } from '../documents/document';
import { diagnose } from '../diagnose';
import { bundleConfig } from '../testing/bundle-config';
import type { Facts } from './facts';
import { gatherFacts } from './gather-facts';

/** What is read of one kind: a value, and the line on which its span begins; 0 where it is not asked. */
type Told = readonly [value: unknown, line: number];
type Read = (facts: Facts) => { readonly value: unknown; readonly span?: Span } | undefined;

const version = (program: string): Read => (facts) => facts.versions?.get(program);
const mode = (path: string): Read => (facts) => {
  const file = facts.files?.at(path);
  return file && { value: `${file.uid ?? '?'}:${file.gid ?? '?'} ${file.mode?.toString(8) ?? '?'}${file.acl ? '+' : ''}`, span: file.span };
};
const mounted = (target: string): Read => (facts) => {
  const mount = facts.hostMounts?.find((one) => one.target === target);
  return mount && { value: `${mount.type} ${mount.options.join(',')}`, span: mount.span };
};
const map: Read = ({ uidMap }) => uidMap && { value: uidMap.value.hostRanges, span: uidMap.span };
const outer: Read = ({ outerUidMap }) => outerUidMap && { value: outerUidMap.value.hostRanges, span: outerUidMap.span };
const symptom: Read = ({ failure }) => failure && { value: failure.symptom, span: failure.span };
const pretty = (value: unknown) => `${JSON.stringify(value, undefined, 4)}\n`;

/** Recorded from the programs themselves (shortened), or in the form that their sources and manual pages give. */
const kinds: readonly (readonly [title: string, kind: string, text: string, reads: readonly (readonly [Read, ...Told])[]])[] = [
  ['runc features of 1.4', 'runtime-features', '{\n    "ociVersionMin": "1.0.0",\n    "ociVersionMax": "1.3.0",\n    "linux": {\n        "namespaces": [\n            "user"\n        ],\n        "mountExtensions": {\n            "idmap": {\n                "enabled": true\n            }\n        }\n    },\n    "annotations": {\n        "org.opencontainers.runc.version": "1.4.3+ds1"\n    }\n}\n', [
    [({ supports }) => supports?.idmap, true, 10],
    [version('runc'), '1.4.3+ds1', 15],
  ]],
  ['runc features of 1.1, which knows no idmapped mounts', 'runtime-features', '{\n    "ociVersionMin": "1.0.0",\n    "ociVersionMax": "1.0.2-dev",\n    "annotations": {\n        "org.opencontainers.runc.version": "1.1.15+ds1"\n    }\n}\n', [[version('runc'), '1.1.15+ds1', 5]]],
  ['crun features', 'runtime-features', '{\n  "ociVersionMin": "1.0.0",\n  "ociVersionMax": "1.1.0+dev",\n  "linux": {\n    "mountExtensions": {\n      "idmap": {\n        "enabled": true\n      }\n    }\n  },\n  "annotations": {\n    "run.oci.crun.version": "1.28"\n  }\n}\n', [
    [({ supports }) => supports?.idmap, true, 7],
    [version('crun'), '1.28', 12],
  ]],
  ['crun --version', 'versions', 'crun version 1.28\ncommit: 54f16ffbefcd022bf032af768b5c5ce075c18bfc\nrundir: /run/crun\nspec: 1.0.0\n+SYSTEMD +SELINUX +APPARMOR +CAP +SECCOMP +EBPF +CRIU +JSON_C\n', [[version('crun'), '1.28', 1]]],
  ['containerd config dump of 1.7, version 2', 'containerd-config', 'disabled_plugins = []\nroot = "/var/lib/containerd"\nversion = 2\n\n[plugins]\n\n  [plugins."io.containerd.grpc.v1.cri"]\n\n    [plugins."io.containerd.grpc.v1.cri".containerd]\n      snapshotter = "overlayfs"\n\n      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\n        runtime_type = "io.containerd.runc.v2"\n', [
    [({ containerdConfig }) => containerdConfig?.version, 2, 3],
    [({ containerdConfig }) => containerdConfig?.snapshotter, 'overlayfs', 10],
    [({ containerdConfig }) => containerdConfig?.runtimes[0]?.type, 'io.containerd.runc.v2', 13],
  ]],
  ['containerd config dump of 2.1, version 3', 'containerd-config', "version = 3\nroot = '/var/lib/containerd'\n\n[plugins]\n  [plugins.'io.containerd.cri.v1.images']\n    snapshotter = 'overlayfs'\n\n  [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.crun.options]\n    BinaryName = '/usr/bin/crun'\n\n  [plugins.'io.containerd.snapshotter.v1.overlayfs']\n    slow_chown = true\n", [
    [({ containerdConfig }) => containerdConfig?.version, 3, 1],
    [({ containerdConfig }) => containerdConfig?.snapshotter, 'overlayfs', 6],
    [({ containerdConfig }) => containerdConfig?.runtimes[0]?.binary, '/usr/bin/crun', 9],
    [({ containerdConfig }) => containerdConfig?.slowChown, true, 12],
  ]],
  ['getcap', 'file-capabilities', '/usr/bin/newgidmap cap_setgid=ep\n/usr/bin/newuidmap cap_setuid=ep\n', [[({ fileCapabilities }) => fileCapabilities?.[1], { path: '/usr/bin/newuidmap', capabilities: 'cap_setuid=ep' }, 2]]],
  ['getfacl', 'acl', "getfacl: Removing leading '/' from absolute path names\n# file: srv/web\n# owner: root\n# group: root\nuser::rwx\nuser:100000:--x\ngroup::---\nmask::--x\nother::---\n\n# file: srv/web/rootfs\n# owner: 100000\n# group: 100000\n# flags: --t\nuser::rwx\ngroup::r-x\nother::r-x\n", [
    [mode('/srv/web'), '0:0 710+', 2],
    [mode('/srv/web/rootfs'), '100000:100000 755', 11],
  ]],
  ['ls -ln', 'listing', 'total 4\ndrwxr-xr-x 18 100000 100000 4096 Mar  1 10:00 /srv/web/rootfs\n', [[mode('/srv/web/rootfs'), '100000:100000 755', 2]]],
  ['stat', 'listing', '  File: /srv/web\n  Size: 12288     \tBlocks: 24         IO Block: 4096   directory\nDevice: 254,0\tInode: 260072      Links: 118\nAccess: (0700/drwx------)  Uid: ( 1000/     app)   Gid: ( 1000/     app)\n', [[mode('/srv/web'), '1000:1000 700', 4]]],
  ['namei -l', 'listing', 'f: /srv/web\ndrwxr-xr-x root root /\ndrwxr-x--- root root srv\ndrwxr-xr-x app  app  web\n', [[mode('/srv'), '0:0 750', 3]]],
  ['findmnt', 'mounts', 'TARGET                                      SOURCE                  FSTYPE   OPTIONS\n/                                           /dev/vda                ext4     rw,relatime,discard\n├─/proc                                     proc                    proc     rw,relatime\n│ └─/proc/kcore                             tmpfs                   tmpfs    ro,nosuid\n', [
    [mounted('/'), 'ext4 rw,relatime,discard', 2],
    [mounted('/proc/kcore'), 'tmpfs ro,nosuid', 4],
  ]],
  ['/proc/self/mountinfo', 'mounts', '21 26 0:20 / /proc rw,relatime - proc proc rw\n22 26 0:21 / /sys ro,relatime - sysfs sysfs rw\n', [[mounted('/sys'), 'sysfs ro,relatime', 2]]],
  ['mount', 'mounts', 'proc on /proc type proc (rw,relatime)\nnfs1:/home on /home type nfs4 (rw,nosuid)\n', [[mounted('/home'), 'nfs4 rw,nosuid', 2]]],
  ['/proc/self/status', 'process-status', 'Name:\trunc\nUid:\t1000\t1000\t1000\t1000\nCapEff:\t000001fffeffffff\nNoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t1\n', [
    [({ callerStatus }) => callerStatus?.capEff, '000001fffeffffff', 3],
    [({ callerStatus }) => callerStatus?.noNewPrivs, 1, 4],
    [({ callerSeccomp }) => callerSeccomp, 2, 5],
  ]],
  ['/proc/self/uid_map', 'id-map', '         0       1000          1\n         1     100000      65536\n', [[map, '1000, 100000-165535', 1]]],
  ['/proc/self/uid_map on the host', 'id-map', '         0          0 4294967295\n', [[outer, '0-4294967294', 1]]],
  ['/proc/self/limits', 'process-limits', 'Limit                     Soft Limit           Hard Limit           Units     \nMax processes             1024                 62987                processes \nMax open files            1024                 524288               files     \n', [[({ callerLimits }) => callerLimits?.get('RLIMIT_NOFILE'), 524288, 3]]],
  ['/etc/subuid', 'subid', 'root:100000:65536\napp:165536:65536\n', [[({ subuids }) => subuids && { value: subuids.value.ranges.map(({ owner, start }) => `${owner} ${start}`), span: subuids.span }, ['root 100000', 'app 165536'], 1]]],
  ['sysctl', 'sysctl', 'user.max_user_namespaces = 0\nkernel.unprivileged_userns_clone = 1\n', [[({ sysctls }) => sysctls?.get('kernel.unprivileged_userns_clone'), '1', 2]]],
  ['/etc/os-release', 'versions', 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nHOME_URL="https://www.debian.org/"\n', [[version('distribution'), 'Debian GNU/Linux 12 (bookworm)', 3]]],
  ['uname -a', 'versions', 'Linux node1 6.8.0-45-generic #45-Ubuntu SMP x86_64 GNU/Linux\n', [[version('linux'), '6.8.0-45-generic', 1]]],
  ['id', 'identity', 'uid=1000(app) gid=1000(app) groups=1000(app)\n', [[({ caller }) => caller, { uid: 1000, name: 'app' }, 1]]],
  ['loginctl show-user', 'login', 'UID=1000\nName=app\nLinger=no\n', [[({ linger }) => linger, false, 3]]],
  ['cgroup.controllers', 'shell-session', 'app@node1:~$ cat /sys/fs/cgroup/user.slice/user-1000.slice/user@1000.service/cgroup.controllers\nmemory pids\n', [[({ controllers }) => controllers, ['memory', 'pids'], 2]]],
  ['docker info', 'docker-info', 'Client:\n Version:    27.3.1\n\nServer:\n Server Version: 27.3.1\n Cgroup Version: 2\n runc version: v1.1.14-0-g2c9f560\n Security Options:\n  seccomp\n  userns\n Kernel Version: 5.15.0-122-generic\n', [
    [version('docker'), '27.3.1', 5],
    [({ remapped }) => remapped, true, 10],
    [({ cgroupVersion }) => cgroupVersion, 2, 6],
  ]],
  ['podman info', 'podman-info', 'host:\n  arch: amd64\n  cgroupVersion: v2\n  ociRuntime:\n    name: crun\n    version: |-\n      crun version 1.17\n  security:\n    rootless: true\nversion:\n  Version: 5.2.5\n', [
    [version('crun'), '1.17', 7],
    [({ rootless }) => rootless, true, 9],
  ]],
  ['crictl info', 'cri-info', pretty({ status: {}, runtimeHandlers: [{ features: { user_namespaces: false }, name: 'runc' }] }), [[({ supports }) => supports?.userns, false, 6]]],
  ['crictl inspect, with the config that the runtime was given', 'json', pretty({ status: { id: '5f2a', state: 'CONTAINER_EXITED', reason: 'StartError', message: 'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: args must not be empty: unknown' }, info: { pid: 0 } }), [[symptom, 'executable-not-given', 6]]],
  ['a pod', 'pod', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostUsers: false\n  hostNetwork: true\n', [
    [({ pod }) => pod?.hostUsers, false, 6],
    [({ pod }) => pod?.shared[0], 'hostNetwork', 7],
  ]],
  ['several documents of YAML', 'pod', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  clusterIP: None\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      hostUsers: false\n      runtimeClassName: gvisor\n      containers:\n      - name: web\n', [
    [({ pod }) => pod?.hostUsers, false, 15],
    [({ pod }) => pod?.runtimeClass, 'gvisor', 16],
  ]],
  ['a list of pods', 'pod', 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: web\n  spec:\n    hostUsers: false\n    hostPID: true\n', [[({ pod }) => pod?.shared[0], 'hostPID', 10]]],
  ['the configuration of the kubelet', 'kubelet-config', 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nfeatureGates:\n  UserNamespacesSupport: false\nmaxPods: 110\nuserNamespaces:\n  idsPerPod: 65536\n', [
    [({ kubelet }) => kubelet?.userNamespacesSupport, false, 4],
    [({ kubelet }) => kubelet?.idsPerPod, 65536, 7],
  ]],
  ['events in YAML', 'events', 'apiVersion: v1\nitems:\n- kind: Event\n  reason: Failed\n  message: "Error: failed to create containerd task: args must not be empty"\nkind: List\n', [[symptom, 'executable-not-given', 5]]],
  ['the log of newuidmap', 'runtime-log', 'newuidmap: uid range [0-65536) -> [100000-165536) not allowed\n', [[symptom, 'id-range-not-granted', 1]]],
  ['the log of RootlessKit', 'rootlesskit-log', '[rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: operation not permitted\n', [[symptom, 'namespaces-creation-refused', 1]]],
  ['the log of LXC', 'runtime-log', 'lxc-start web 20260301100000.123 ERROR    conf - conf.c:lxc_map_ids:3668 - newuidmap failed to write mapping "newuidmap: uid range [0-65536) -> [100000-165536) not allowed": newuidmap 4242 0 100000 65536\n', [[symptom, 'id-range-not-granted', 1]]],
  ['dmesg', 'kernel-log', '[  128.897616] audit: type=1400 audit(1788360871.668:177): apparmor="DENIED" operation="userns_create" class="namespace" info="Userns create restricted - failed to find unprivileged_userns profile" error=-13 profile="unconfined" pid=3477 comm="runc"\n', [[({ denials }) => denials?.[0] && { value: denials[0].module, span: denials[0].span }, 'apparmor', 1]]],
  ['the audit log', 'kernel-log', 'type=AVC msg=audit(1687430789.136:1239): avc:  denied  { mounton } for  pid=4243 comm="runc:[2:INIT]" path="/proc" dev="proc" ino=1 scontext=a tcontext=b tclass=dir permissive=0\n', [[({ denials }) => denials?.[0] && { value: denials[0].module, span: denials[0].span }, 'selinux', 1]]],
  ['a config', 'oci-config', bundleConfig(), [[map, '65536-131071', 0]]],
  ['half a config', 'oci-config', '{\n  "ociVersion": "1.0.2",\n  "root": {\n    "path": "rootfs"\n  },\n  "linux": {\n    "uidMappings": [\n      { "containerID": 0, "hostID": 100000, "size": 65536 }\n    ],\n    "gidMapp', [
    [({ rootfsPath }) => rootfsPath, 'rootfs', 4],
    [map, '100000-165535', 7],
  ]],
  ['one mount', 'oci-config', '{\n  "destination": "/data",\n  "type": "bind",\n  "source": "/srv/data",\n  "options": ["rbind", "idmap"]\n}\n', [[({ mounts }) => mounts && { value: mounts.value.map(({ destination }) => destination), span: mounts.span }, ['/data'], 1]]],
  ['a list of mounts', 'oci-config', '[\n  {\n    "destination": "/data",\n    "type": "bind",\n    "source": "/srv/data",\n    "options": ["rbind"]\n  }\n]\n', [[({ mounts }) => mounts && { value: mounts.value.map(({ source }) => source), span: mounts.span }, ['/srv/data'], 1]]],
  ['members without their braces', 'oci-config', 'My config:\n\n"linux": {\n  "uidMappings": [\n    { "containerID": 0, "hostID": 100000, "size": 65536 }\n  ]\n},\n"mounts": [\n  { "destination": "/data", "type": "bind", "source": "/srv/data" }\n]\n\nIt does not start.\n', [
    [map, '100000-165535', 4],
    [({ mounts }) => mounts && { value: mounts.value.map(({ source }) => source), span: mounts.span }, ['/srv/data'], 8],
  ]],
  ['options as one word, as before 1.0', 'oci-config', '{\n  "root": { "path": "/srv/web/rootfs" },\n  "mounts": [\n    { "destination": "/data", "type": "bind", "source": "/srv/data", "options": "rbind,ro" }\n  ]\n}\n', [[({ mounts }) => mounts && { value: mounts.value[0]?.options.map(({ value }) => value), span: mounts.span }, ['rbind', 'ro'], 3]]],
  ['a map of from, to and count', 'oci-config', '{\n  "root": { "path": "/srv/web/rootfs" },\n  "linux": {\n    "uidMappings": [{ "from": 100000, "to": 0, "count": 65536 }]\n  }\n}\n', [[map, '100000-165535', 4]]],
];

test.each(kinds)('%s', (_, kind, text, reads) => {
  const texts = [{ name: 'upload.txt', text }];
  expect(diagnose(texts).documents[0]?.kind).toBe(kind);
  const facts = gatherFacts(texts);
  for (const [read, value, line] of reads) {
    const known = read(facts);
    expect(known?.value).toEqual(value);
    if (line > 0 && known?.span) expect(positionAt(known.span.document, known.span.start).line).toBe(line);
  }
});

test('of several commands in one line each prints its own', () => {
  const facts = gatherFacts([{ name: 'session.txt', text: 'app@node1:~$ id; grep . /etc/subuid /etc/subgid\nuid=1000(app) gid=1000(app)\n/etc/subuid:app:100000:65536\n/etc/subgid:app:100000:65536\napp@node1:~$ uname -a; cat /proc/self/mountinfo\nLinux node1 6.8.0-45-generic #45-Ubuntu SMP x86_64 GNU/Linux\n21 26 0:20 / /proc rw - proc proc rw\n' }]);
  expect([facts.caller?.value.uid, facts.subuids?.value.ranges.length, facts.subgids?.value.ranges.length, facts.versions?.get('linux')?.value, facts.hostMounts?.length]).toEqual([1000, 1, 1, '6.8.0-45-generic', 1]);
});

test('`id` before files that grant nothing', () => {
  const facts = gatherFacts([{ name: 'session.txt', text: 'app@node1:~$ id; grep . /etc/subuid /etc/subgid\nuid=1000(app) gid=1000(app)\napp@node1:~$ \n' }]);
  expect([facts.subuids?.value.ranges, facts.subgids?.value.ranges]).toEqual([[], []]);
});

test('none of them shows a failure where nothing failed', () => {
  const quiet = kinds.filter(([, , , reads]) => reads.every(([read]) => read !== symptom));
  const loud = quiet.filter(([, kind, text]) => kind !== 'kernel-log' && gatherFacts([{ name: 'upload.txt', text }]).failures !== undefined);
  expect(loud.map(([title]) => title)).toEqual([]);
});
