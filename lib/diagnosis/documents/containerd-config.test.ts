import { describe, expect, test } from 'vitest';
import { gatherFacts } from '../facts/gather-facts';
import { quote } from './document';

const configOf = (text: string) => gatherFacts([{ name: 'config.toml', text }]).containerdConfig;

const version2 = `version = 2
root = "/var/lib/containerd"

[plugins."io.containerd.grpc.v1.cri".containerd]
  snapshotter = "native"
  default_runtime_name = "crun"

  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.crun]
    runtime_type = "io.containerd.runc.v2"
    snapshotter = ""
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.crun.options]
      BinaryName = "/usr/local/bin/crun"
      SystemdCgroup = true
`;

const version3 = `version = 3

[plugins.'io.containerd.cri.v1.images']
  snapshotter = 'overlayfs'

[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
  runtime_type = 'io.containerd.runc.v2'
[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
  BinaryName = ''
[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runsc]
  runtime_type = 'io.containerd.runsc.v1'

[plugins.'io.containerd.snapshotter.v1.overlayfs']
  slow_chown = true
`;

describe('config.toml of containerd', () => {
  test('version 2', () => {
    const config = configOf(version2);
    expect(config?.version?.value).toBe(2);
    expect(config?.snapshotter?.value).toBe('native');
    expect(config?.slowChown).toBeUndefined();
    expect(config?.runtimes.map(({ name, type, binary }) => [name, type?.value, binary?.value])).toEqual([['crun', 'io.containerd.runc.v2', '/usr/local/bin/crun']]);
  });

  test('version 3, each value with its line', () => {
    const config = configOf(version3);
    expect([config?.version?.value, config?.snapshotter?.value, config?.slowChown?.value]).toEqual([3, 'overlayfs', true]);
    expect(config?.slowChown && quote(config.slowChown.span)).toBe('slow_chown = true');
    expect(config?.runtimes.map(({ name, type, binary }) => [name, type?.value, binary?.value])).toEqual([
      ['runc', 'io.containerd.runc.v2', undefined],
      ['runsc', 'io.containerd.runsc.v1', undefined],
    ]);
  });

  test('in a session, and the failure below it is read on', () => {
    const facts = gatherFacts([{ name: 'pasted.txt', text: `root@node1:~# containerd config dump\n${version3}\nroot@node1:~# runc run web\nrunc run failed: args must not be empty\n` }]);
    expect(facts.containerdConfig?.slowChown?.value).toBe(true);
    expect(facts.failure?.symptom).toBe('executable-not-given');
  });

  test('other TOML is none', () => {
    expect(configOf('[engine]\nruntime = "crun"\n')).toBeUndefined();
    expect(configOf('[crio.runtime]\ndefault_runtime = "crun"\n[crio.runtime.runtimes.crun]\nruntime_path = "/usr/bin/crun"\n')).toBeUndefined();
  });
});
