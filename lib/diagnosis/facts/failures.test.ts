import { expect, test } from 'vitest';
import { gatherFacts } from './gather-facts';

const failureIn = (text: string) => gatherFacts([{ name: 'run.log', text }]).failure?.symptom;

test('what a debug line tells counts where the rest only says that something failed', () => {
  const reason = 'time="2026-03-01T10:00:00Z" level=debug msg="error from newuidmap: newuidmap: open of uid_map failed: Permission denied\\n"\n';
  expect(failureIn(`${reason}Error: cannot setup namespace using newuidmap: exit status 1\n`)).toBe('newidmap-lacks-privilege');
  expect(failureIn(`${reason}Error: statfs /srv/none: no such file or directory\n`)).toBe('bind-source-not-found');
});

test('a program that makes its namespace anew is not stopped by the old one', () => {
  const lines = 'newuidmap: write to uid_map failed: Operation not permitted\nERRO[0000] invalid internal status, try resetting the pause process with "podman system migrate": cannot set up namespace using "/usr/bin/newuidmap": exit status 1\n';
  expect(failureIn(lines)).toBe('newidmap-write-refused');
});

test('a daemon that is not well by its own log was well enough to run what was seen to run', () => {
  const unwell = 'time="2026-03-01T10:00:00Z" level=error msg="loading cgroup for 7" error="cgroups: cgroup mountpoint does not exist"\n';
  const session = "root@node1:~# ctr run --rm docker.io/library/web:web web sh -c 'echo started; cat /proc/self/uid_map'\nstarted\n         0          0 4294967295\n";
  const heard = (...texts: string[]) => gatherFacts(texts.map((text, index) => ({ name: `${index}.log`, text })));
  expect(heard(unwell).failure?.symptom).toBe('daemon-unwell');
  expect(heard(unwell, session)).toMatchObject({ started: { value: true } });
  expect(heard(unwell, session).failure).toBeUndefined();
});

test('what a container printed that ended with status 0 stopped nothing', () => {
  const session = (status: number, command = 'runc run web') => `root@node1:/web# ${command}\ncat: can't open '/nothing': No such file or directory\nbash: /data/x: Permission denied\nroot@node1:/web# echo $?\n${status}\n`;
  expect(failureIn(session(0))).toBeUndefined();
  expect(failureIn(session(1))).toBeDefined();
  expect(failureIn(session(0, 'runc run -d web'))).toBeDefined();
  expect(failureIn(session(0, 'runc run web | tee run.log'))).toBeDefined();
});

const heard = (text: string) => gatherFacts([{ name: 'node.log', text }]);
const refusedNetwork = 'rpc error: code = Unknown desc = failed to setup network for sandbox "8b2f": plugin type="flannel" failed (add): loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: no such file or directory';
const sandboxOf = (name: string) => `time="2026-03-01T10:00:02.4Z" level=info msg="RunPodSandbox for &PodSandboxMetadata{Name:${name},Uid:6f,Namespace:default,Attempt:1,} returns sandbox id \\"9c\\""\ntime="2026-03-01T10:00:03.8Z" level=info msg="StartContainer for \\"77aa\\" returns successfully"\n`;
const syncing = `E0301 10:00:00.000000    2217 pod_workers.go:1301] "Error syncing pod, skipping" err="${refusedNetwork.replaceAll('"', '\\"')}" pod="default/web" podUID="6f"\n`;

test('a network that failed before the same pod started stopped nothing', () => {
  const after = heard(`${syncing}${sandboxOf('web')}`);
  expect(after.failure).toBeUndefined();
  expect(after.started?.value).toBe(true);
  expect(heard(`${syncing}${sandboxOf('other')}`).failure?.symptom).toBe('network-set-up-failed');
  expect(heard(`${sandboxOf('web')}${syncing}`).failure?.symptom).toBe('network-set-up-failed');
});

test('nor does one of the events of a pod that started later', () => {
  const refused = `  Warning  FailedCreatePodSandBox  40s  kubelet  Failed to create pod sandbox: ${refusedNetwork}\n`;
  expect(heard(`${refused}  Normal  Started  12s  kubelet  Started container web\n`).failure).toBeUndefined();
});

test('what a program says and goes on after stopped nothing where its container printed something', () => {
  const warned = 'app@node1:~$ podman run --rm --memory 512m alpine echo hi\nResource limits are not supported and ignored on cgroups V1 rootless systems\n';
  const seen = heard(`${warned}hi\n`);
  expect([seen.started?.value, seen.failure?.symptom]).toEqual([true, 'cgroup-limits-refused']);
  expect(heard(warned).started?.value).not.toBe(true);
  expect(heard(`${warned}Error: crun: cannot stat /sys/fs/cgroup: Permission denied: OCI permission denied\n`).started?.value).toBe(false);
});

test('a runtime that the shell could not run started nothing, and the one that was to start something is the broken one', () => {
  const started = 'root@node:/srv/web# runc run web\n/usr/sbin/runc: 4: Syntax error: word unexpected (expecting ")")\nroot@node:/srv/web# echo $?\n2\n';
  const asked = 'root@node:/srv/web# runc --version\n/usr/sbin/runc: 4: Syntax error: word unexpected (expecting ")")\nroot@node:/srv/web# crun --version\n/usr/bin/crun: 1: Syntax error: ")" unexpected\n';
  expect(heard(`${started}${asked}`).failure?.text).toContain('/usr/sbin/runc');
  // Another runtime that cannot even tell its version is no matter where the start went well.
  const well = heard('root@node:/srv/web# runc run web\nstarted\nroot@node:/srv/web# echo $?\n0\nroot@node:/srv/web# crun --version\n/usr/bin/crun: 1: Syntax error: ")" unexpected\n');
  expect([well.started?.value, well.failure]).toEqual([true, undefined]);
  // What is printed by a start that ends with another status than 0 may be why it failed.
  expect(heard('root@node:/srv/web# runc run web\nsome words that nobody knows\nroot@node:/srv/web# echo $?\n1\n').started?.value).not.toBe(true);
});
