import { expect, test } from 'vitest';
import { diagnose } from '../diagnose';
import { asRoot } from '../testing/lines';
import { gatherFacts } from './gather-facts';

const avc = 'type=AVC msg=audit(1754343743.323:2115): avc:  denied  { prog_run } for  pid=1 comm="systemd" scontext=system_u:system_r:init_t:s0 tcontext=system_u:system_r:spc_t:s0 tclass=bpf permissive=0\n';

test('a record of the audit log stops nothing where the container is seen to run', () => {
  const text = asRoot('podman run --rm app echo started', `${avc}started\n`);
  expect(gatherFacts([{ name: 'session.txt', text }])).toMatchObject({ started: { value: true } });
  expect(diagnose([{ name: 'session.txt', text }]).verdict).toBe('healthy');
});

test('a message is read across narrow lines, though a part of it is a message as well', () => {
  const text = ['Failed to create pod sandbox: rpc error: code = Unknown desc = failed to create network namespace', 'for sandbox "ab12": failed to start noop process for unshare:', 'fork/exec /proc/self/exe: operation not permitted', ''].join('\n');
  expect(gatherFacts([{ name: 'events.txt', text }]).failure?.symptom).toBe('pod-namespace-refused');
});

test('a config from before ociVersion calls the pid namespace process', () => {
  const config = (version: string) => JSON.stringify({ [version]: '0.1.0', root: { path: 'rootfs' }, mounts: [], linux: { namespaces: [{ type: 'process' }, { type: 'user' }] } });
  const old = gatherFacts([{ name: 'config.json', text: config('version') }]);
  expect(old.namespaces?.value.map(({ type }) => type)).toEqual(['pid', 'user']);
  expect(old.configTrouble).toEqual([]);
  expect(gatherFacts([{ name: 'config.json', text: config('ociVersion') }]).configTrouble).toMatchObject([{ value: { kind: 'unknown-namespace' } }]);
});
