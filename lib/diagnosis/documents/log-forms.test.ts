import { describe, expect, test } from 'vitest';
import { gatherFacts } from '../facts/gather-facts';
import { makeDocument } from './document';
import { readLogLines } from './log-lines';

const said = 'unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mount src=proc, dst=/proc, dstFd=/proc/thread-self/fd/8, flags=MS_NOSUID|MS_NODEV|MS_NOEXEC: operation not permitted';
const failed = `runc create failed: ${said}`;
const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
const logrus = `time="2026-03-01T10:00:00.123456789+01:00" level=error msg="${quoted(failed)}"`;
const bytesOf = (text: string) => `[${[...text].map((character) => character.charCodeAt(0)).join(',')}]`;
const journal = (message: string) => `{"__CURSOR":"s=1;i=2","__REALTIME_TIMESTAMP":"1772355600123456","_HOSTNAME":"node1","PRIORITY":"3","SYSLOG_IDENTIFIER":"containerd","_PID":"214","MESSAGE":${message}}`;

const forms: readonly (readonly [string, string])[] = [
  ['the bare message', failed],
  ['journald short', `Mar 01 10:00:00 node1 containerd[214]: ${logrus}`],
  ['journald short-precise', `Mar 01 10:00:00.123456 node1 containerd[214]: ${logrus}`],
  ['journald short-iso', `2026-03-01T10:00:00+0100 node1 containerd[214]: ${logrus}`],
  ['journald short-iso-precise', `2026-03-01T10:00:00.123456+01:00 node1 containerd[214]: ${logrus}`],
  ['journald short-full', `Sun 2026-03-01 10:00:00 CET node1 containerd[214]: ${logrus}`],
  ['journald short-unix', `1772355600.123456 node1 containerd[214]: ${logrus}`],
  ['journald short-monotonic', `[  128.897616] node1 containerd[214]: ${logrus}`],
  ['journald with-unit', `Sun 2026-03-01 10:00:00 CET node1 containerd.service[214]: ${logrus}`],
  ['journald json', journal(JSON.stringify(logrus))],
  ['journald json, a message in colours as bytes', journal(bytesOf(`\u001b[31mERRO\u001b[0m[0000] ${failed}`))],
  ['journald export', `PRIORITY=3\nSYSLOG_IDENTIFIER=containerd\nMESSAGE=${logrus}\n_HOSTNAME=node1`],
  ['journald cat', logrus],
  ['klog', `E0301 10:00:00.123456    1234 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"CreatePodSandbox\\" for \\"web_default\\": rpc error: code = Unknown desc = ${quoted(failed)}" pod="default/web"`],
  ['klog JSON', JSON.stringify({ ts: 1772355600123, caller: 'kubelet/pod_workers.go:1301', msg: 'Error syncing pod, skipping', err: failed })],
  ['a container log of the CRI', `2026-03-01T10:00:00.123456789Z stderr F ${logrus}`],
  ['a container log of Docker', JSON.stringify({ log: `${failed}\n`, stream: 'stderr', time: '2026-03-01T10:00:00.123456789Z' })],
  ['kubectl describe', `  Warning  FailedCreatePodSandBox  3s (x2 over 10s)  kubelet  Failed to create pod sandbox: rpc error: code = Unknown desc = ${failed}`],
  ['kubectl describe of old', `  Warning  Failed     2s (x2 over 4s)  kubelet, 127.0.0.1  Error: ${failed}`],
  ['kubectl get events', `12s         Warning   FailedCreatePodSandBox   pod/web   Failed to create pod sandbox: ${failed}`],
  ['kubectl get events -A', `default     3m (x4 over 5m)   Warning   FailedCreatePodSandBox   pod/web   Failed to create pod sandbox: ${failed}`],
  ['dockerd', `time="2026-03-01T10:00:00.123456789+01:00" level=error msg="Handler for POST /v1.47/containers/web/start returned error: failed to create task for container: ${quoted(failed)}: unknown"`],
  ['the client of Docker', `docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: ${failed}: unknown.\n\nRun 'docker run --help' for more information`],
  ['podman with debug', `DEBU[0000] running conmon: /usr/bin/conmon  args="[--api-version 1 -r /usr/bin/runc]"\nDEBU[0001] Cleaning up container 4711\nError: OCI runtime error: runc: ${failed}`],
  ['containerd with an error field', `time="2026-03-01T10:00:00.1Z" level=error msg="RunPodSandbox for &PodSandboxMetadata{Name:web,Attempt:0,} failed, error" error="rpc error: code = Unknown desc = failed to start sandbox \\"8b2\\": ${quoted(failed)}"`],
  ['old runc with frames', `Timestamp: 2017-03-01 10:00:00.123 +0100 CET\nCode: System error\n\nMessage: ${failed}\n\nFrames:\n---\n0: setupRootfs\nPackage: github.com/opencontainers/runc/libcontainer\nFile: rootfs_linux.go@40\n---\n1: Init\nPackage: github.com/opencontainers/runc/libcontainer\nFile: standard_init_linux.go@57`],
  ['a stack of Go below it', `${failed}\n\ngoroutine 1 [running]:\nmain.main()\n\t/build/main.go:30 +0x1d\ngithub.com/opencontainers/runc/libcontainer.(*linuxStandardInit).Init(0xc0001b2000)\n\t/go/src/init_linux.go:57 +0x4f4`],
  ['lines ended as on Windows', `${logrus}\r`],
];

describe('a message is found in every form of log', () => {
  test.each(forms)('%s', (_, text) => {
    const { failure } = gatherFacts([{ name: 'run.log', text: `${text}\n` }]);
    expect(failure?.symptom).toBe('proc-mount-refused');
    expect(failure?.values.target?.value ?? failure?.values.path?.value ?? '/proc').toContain('proc');
  });
});

const lxc = 'newuidmap failed to write mapping "newuidmap: uid range [0-65536) -> [100000-165536) not allowed": newuidmap 4711 0 100000 65536';

test.each([
  `lxc-start web 20260301100000.123 ERROR    conf - ../src/lxc/conf.c:lxc_map_ids:3701 - ${lxc}`,
  `lxc-start: web: ../src/lxc/conf.c: lxc_map_ids: 3701 ${lxc}`,
  `lxc web 20260301100000.123 ERROR    conf - ../src/lxc/conf.c:lxc_map_ids:3701 - ${lxc}`,
  `time="2026-03-01T10:00:00Z" level=error msg="Failed to start" err="${quoted(lxc)}" instance=web`,
])('LXC and Incus: %s', (text) => {
  expect(gatherFacts([{ name: 'lxc.log', text: `${text}\n` }]).failure?.symptom).toBe('id-range-not-granted');
});

test.each([
  '[rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: operation not permitted',
  'time="2026-03-01T10:00:00Z" level=fatal msg="[rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: operation not permitted"',
  'Mar 01 10:00:00 node1 dockerd-rootless.sh[77]: [rootlesskit:parent] error: failed to start the child: fork/exec /proc/self/exe: operation not permitted',
])('RootlessKit: %s', (text) => {
  const { failure } = gatherFacts([{ name: 'rootlesskit.log', text: `${text}\n` }]);
  expect(failure?.symptom).not.toBe('unrecognised');
  expect(failure?.by).toBe('rootlesskit');
});

const line = (text: string) => readLogLines({ document: makeDocument('x.log', text), start: 0, end: text.length })[0];

test.each([
  ['short-full', `Sun 2026-03-01 10:00:00 CET node1 crun[9]: ${said}`, undefined, 'crun'],
  ['short-unix', `1772355600.123456 node1 crun[9]: ${said}`, undefined, 'crun'],
  ['short-monotonic', `[  128.897616] node1 crun[9]: ${said}`, undefined, 'crun'],
  ['export', `MESSAGE=time="2026-03-01T10:00:00Z" level=debug msg="${quoted(said)}"`, 'debug', undefined],
  ['bytes', journal(bytesOf(`\u001b[33mWARN\u001b[0m[0000] ${said}`)), 'warning', 'containerd'],
  ['get events', `default   3m   Warning   FailedMount   pod/web   ${said}`, 'error', undefined],
  ['an event that is no failure', `12s   Normal   Pulled   pod/web   ${said}`, 'info', undefined],
  ['LXC', `lxc-start web 20260301100000.123 DEBUG    conf - ../src/lxc/conf.c:lxc_map_ids:3701 - ${said}`, 'debug', 'lxc'],
])('nothing but the message is left: %s', (_, text, level, by) => {
  const read = line(text);
  expect(read?.text.replace(/"$/, '')).toBe(said);
  expect(read?.level).toBe(level);
  if (by !== undefined) expect(read?.by).toBe(by);
});

test('each character of a message in bytes is found at its number', () => {
  const text = journal(bytesOf('\u001b[31ma"b\u001b[0m'));
  const read = line(text);
  expect(read?.text).toBe('a"b');
  expect(Number(text.slice(read?.rawAt(2)).match(/^\d+/)?.[0])).toBe('b'.charCodeAt(0));
});

test('a debug line of LXC is no failure', () => {
  const text = 'lxc-start web 20260301100000.123 DEBUG    conf - ../src/lxc/conf.c:lxc_map_ids:3701 - newuidmap: write to uid_map failed: Operation not permitted\n';
  expect(gatherFacts([{ name: 'lxc.log', text }]).failure).toBeUndefined();
});
