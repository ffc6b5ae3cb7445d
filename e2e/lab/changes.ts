import type { Change, Config, Mount } from './config';

/** The ways in which faults change a config. */
export const all = (...changes: readonly Change[]): Change => (config) => changes.forEach((change) => change(config));

export const withoutNamespace = (...types: readonly string[]): Change => (config) => {
  config.linux.namespaces = config.linux.namespaces.filter(({ type }) => !types.includes(type));
};

export const namespacePath = (type: string, path: string): Change => (config) => {
  for (const one of config.linux.namespaces) if (one.type === type) one.path = path;
};

export const process = (members: Partial<Config['process']>): Change => (config) => {
  config.process = { ...config.process, ...members };
};

export const linux = (members: Readonly<Record<string, unknown>>): Change => (config) => {
  config.linux = { ...config.linux, ...members };
};

export const args = (...words: readonly string[]): Change => process({ args: [...words] });
export const script = (text: string): Change => args('/bin/sh', '-c', text);
export const root = (path: string): Change => (config) => {
  config.root = { ...config.root, path };
};

/** Changes the extent of both maps at `index`. */
export const maps = (members: Partial<{ containerID: number; hostID: number; size: number }>, index = 0): Change => (config) => {
  for (const map of [config.linux.uidMappings, config.linux.gidMappings]) {
    const extent = map?.[index];
    if (map && extent) map[index] = { ...extent, ...members };
  }
};

export const mount = (one: Mount): Change => (config) => {
  config.mounts.push({ ...one });
};

export const bind = (source: string, destination = '/data', options: readonly string[] = ['rbind', 'rw']): Change => mount({ destination, type: 'bind', source, options: [...options] });

/** A bind whose IDs are those of the container's own maps. */
export const idmapped = (source: string, members: Partial<Mount> = {}): Change => (config) => {
  const { uidMappings = [], gidMappings = [] } = config.linux;
  config.mounts.push({ destination: '/data', type: 'bind', source, options: ['rbind', 'rw'], uidMappings: structuredClone(uidMappings), gidMappings: structuredClone(gidMappings), ...members });
};

export const withoutMount = (destination: string): Change => (config) => {
  config.mounts = config.mounts.filter((one) => one.destination !== destination);
};

export const options = (destination: string, change: (options: readonly string[]) => readonly string[]): Change => (config) => {
  for (const one of config.mounts) if (one.destination === destination) one.options = [...change(one.options ?? [])];
};

export const withoutTerminalGroup = options('/dev/pts', (list) => list.filter((one) => one !== 'gid=5'));
export const terminalGroup = options('/dev/pts', (list) => [...list, 'gid=5']);

export const withoutCapabilities = (...names: readonly string[]): Change => (config) => {
  for (const [set, held] of Object.entries(config.process.capabilities)) config.process.capabilities[set] = held.filter((one) => !names.includes(one));
};

export const withoutUserNamespace: Change = (config) => {
  withoutNamespace('user')(config);
  delete config.linux.uidMappings;
  delete config.linux.gidMappings;
};
