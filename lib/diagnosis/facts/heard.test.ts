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

test('a line that a narrow screen broke is heard where no line tells anything by itself', () => {
  const text = '[rootlesskit:parent] error: failed to\nstart the child: fork/exec\n/proc/self/exe: no space left on device\n';
  expect(gatherFacts([{ name: 'paste.txt', text }]).failure?.symptom).toBe('userns-creation-exhausted');
});

test('the list that jq prints of a map', () => {
  const text = 'root@node1:~# jq -c .linux.uidMappings config.json\n[{"containerID":0,"hostID":100000,"size":65536}]\n';
  expect(gatherFacts([{ name: 'session.txt', text }]).uidMap?.value.hostRanges).toBe('100000-165535');
});

test('a file that Go could not open is no sure source of a mount', () => {
  const text = 'kubelet[1234]: failed to load kubelet config file, path: /var/lib/kubelet/config.yaml, error: open /var/lib/kubelet/config.yaml: no such file or directory\n';
  expect(gatherFacts([{ name: 'kubelet.log', text }]).failure?.symptom).toBe('daemon-unwell');
});

test.each([
  ['error running container: writing "0 100000 65536\\n1 7 2\\n" to /proc/4123/uid_map: write /proc/4123/uid_map: operation not permitted', '100000-165535, 7-8'],
  [String.raw`level=error msg="error writing \"0 0 65536\\n\" to /proc/42/uid_map: operation not permitted"`, '0-65535'],
])('the map that Buildah writes itself', (text, ranges) => {
  expect(gatherFacts([{ name: 'build.log', text: `${text}\n` }]).uidMap?.value.hostRanges).toBe(ranges);
});

test('a namespace that unshare could make is a start that went well, unless another start is the matter', () => {
  const works = asRoot('unshare -Ur id', 'uid=0(root) gid=0(root) groups=0(root),65534(nogroup)\n');
  const verdict = (...texts: string[]) => diagnose(texts.map((text, index) => ({ name: `${index}.txt`, text }))).verdict;
  expect(verdict(works)).toBe('healthy');
  expect(verdict(works + asRoot('podman run --rm app', ''))).toBe('unknown');
  expect(verdict(asRoot('unshare -Ur id', 'unshare: unshare failed: Operation not permitted\n'))).toBe('diagnosed');
});
