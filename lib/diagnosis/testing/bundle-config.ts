/** A JSON object, for tests that change a part of a config. */
export type Json = { [key: string]: unknown };

const map = [{ containerID: 0, hostID: 65536, size: 65536 }];

/** A complete config.json that starts: every mapping, mount and namespace agrees. */
export const soundConfig: Json = {
  ociVersion: '1.0.2',
  process: {
    terminal: false,
    user: { uid: 0, gid: 0 },
    args: ['sh'],
    env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'TERM=xterm'],
    cwd: '/',
    noNewPrivileges: true,
  },
  root: { path: '/mycontainer/rootfs', readonly: false },
  hostname: 'mycontainer',
  mounts: [
    { destination: '/proc', type: 'proc', source: 'proc' },
    { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'strictatime', 'mode=755', 'size=65536k'] },
    {
      destination: '/dev/pts',
      type: 'devpts',
      source: 'devpts',
      options: ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620', 'gid=5'],
    },
    { destination: '/dev/mqueue', type: 'mqueue', source: 'mqueue', options: ['nosuid', 'noexec', 'nodev'] },
    { destination: '/sys', type: 'sysfs', source: 'sysfs', options: ['nosuid', 'noexec', 'nodev', 'ro'] },
  ],
  linux: {
    uidMappings: map,
    gidMappings: map,
    namespaces: ['pid', 'network', 'ipc', 'uts', 'mount', 'cgroup', 'user'].map((type) => ({ type })),
  },
};

/**
 * The sound config with some members changed, as text indented by two blanks: objects are merged, everything
 * else replaces what stood there, and `undefined` takes a member out.
 */
export function bundleConfig(changes: Json = {}): string {
  return JSON.stringify(merge(soundConfig, changes), undefined, 2);
}

function merge(base: Json, changes: Json): Json {
  const merged: Json = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const old = base[key];
    merged[key] = isObject(value) && isObject(old) ? merge(old, value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
