import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A secret that no bundle may hold. */
export const canary = 'kanarienvogel-4711';

/** A config that states every fact which a config can state, with secrets at every place where one may stand. */
export const sampleConfig = {
  ociVersion: '1.0.2',
  process: {
    terminal: false,
    user: { uid: 0, gid: 0 },
    args: ['sh', '--password', canary, `--token=${canary}`, '-e', `lower=${canary}`],
    env: ['PATH=/usr/bin:/bin', `DB_PASSWORD=${canary}`, `quoted=a "${canary}" \\`, `lines=${canary}\n${canary}`],
    cwd: '/',
    noNewPrivileges: true,
    rlimits: [{ type: 'RLIMIT_NOFILE', hard: 1024, soft: 1024 }],
    capabilities: { bounding: ['CAP_CHOWN'] },
  },
  root: { path: 'rootfs', readonly: true },
  mounts: [
    { destination: '/proc', type: 'proc', source: 'proc' },
    { destination: '/data', type: 'bind', source: '/etc', options: ['rbind', 'ro'] },
  ],
  hooks: { prestart: [{ path: '/bin/true', env: [`HOOK=${canary}`] }] },
  annotations: { note: canary, nested: `{"env":["A=${canary}"]}` },
  linux: {
    uidMappings: [{ containerID: 0, hostID: 100000, size: 65536 }],
    gidMappings: [{ containerID: 0, hostID: 100000, size: 65536 }],
    namespaces: [{ type: 'pid' }, { type: 'mount' }, { type: 'user' }],
    resources: { memory: { limit: 1_000_000 } },
    sysctl: { 'net.ipv4.ip_forward': '1' },
    devices: [{ path: '/dev/fuse', type: 'c', major: 10, minor: 229 }],
  },
};

/** Writes a bundle below a folder; its name may hold anything that a file's name may. */
export function makeBundle(home: string, name: string, text = JSON.stringify(sampleConfig, undefined, 2)): string {
  const folder = path.join(home, name);
  mkdirSync(path.join(folder, 'rootfs/bin'), { recursive: true });
  writeFileSync(path.join(folder, 'config.json'), text);
  writeFileSync(path.join(folder, 'rootfs/bin/sh'), '');
  return folder;
}

/** Programs that a test machine lacks, or that would print what is not known: each prints a text in its real form. */
const answers: Readonly<Record<string, string>> = {
  docker: 'Server Version: 28.0.1\n Security Options:\n  seccomp\n  userns\n Cgroup Version: 2',
  podman: 'host:\n  arch: amd64\n  cgroupVersion: v2\n  security:\n    rootless: true',
  kubectl: '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},"spec":{"hostUsers":false,"containers":[{"name":"web","env":[{"name":"KEY","value":"kanarienvogel-4711"}]}]}}',
  crictl: '{"runtimeHandlers":[{"name":"runc","features":{"user_namespaces":true}}],"config":{"registry":{"auth":"kanarienvogel-4711"}}}',
  containerd: 'version = 2\n\n[plugins]\n  [plugins."io.containerd.grpc.v1.cri"]\n    [plugins."io.containerd.grpc.v1.cri".containerd]\n      snapshotter = "overlayfs"\n    [plugins."io.containerd.grpc.v1.cri".registry.configs."example.org".auth]\n      password = "kanarienvogel-4711"',
  journalctl: 'Nov 25 10:00:00 node containerd[7]: time="2026-11-25T10:00:00Z" level=error msg="runc create failed: user namespaces enabled, but no uid mappings found"',
  loginctl: 'Linger=no',
  dmesg: '[ 1.5] audit: type=1400 audit(1.5:9): apparmor="DENIED" operation="userns_create" profile="unprivileged_userns" comm="runc"',
  'systemd-detect-virt': '',
  runc: 'runc version 1.1.5',
};

/** Puts these programs into a folder, which goes to the front of PATH. */
export function makePrograms(folder: string, names: readonly string[] = Object.keys(answers)): string {
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const file = path.join(folder, name);
    const answer = answers[name] ? `cat <<'TEXT'\n${answers[name]}\nTEXT\n` : '';
    const asked = `case "$*" in\n--version) echo '${name} version 1.0.0' ;;\n*events*) echo '1s Warning Failed pod/web' ;;\n*' -q') echo 5f2a ;;\n*) ${answer} ;;\nesac\n`;
    writeFileSync(file, `#!/bin/sh\n${name === 'systemd-detect-virt' ? 'exit 1\n' : asked}`);
    chmodSync(file, 0o755);
  }
  return folder;
}
