import { describe, expect, test } from 'vitest';
import { diagnose } from './diagnose';
import { messageRows } from './messages/index';
import { steps, type Step } from './steps';
import { symptoms } from './symptoms';

const reachedIn = (text: string) => diagnose([{ name: 'run.log', text }]).reached;
const debug = (message: string) => `time="2026-03-01T10:00:00Z" level=debug msg="${message}"\n`;

/** Debug logs in their order: a line, and the step that it proves passed. */
const logs: Readonly<Record<string, readonly (readonly [line: string, passed: Step | undefined])[]>> = {
  'runc --debug (nsexec.c, standard_init_linux.go, signals.go)': [
    [debug('nsexec[4240]: => nsexec container setup'), undefined],
    [debug('nsexec-0[4240]: ~> nsexec stage-0'), undefined],
    [debug('nsexec-1[4241]: unshare user namespace'), undefined],
    [debug('nsexec-1[4241]: request stage-0 to map user namespace'), 'create-namespaces'],
    [debug('nsexec-2[4242]: ~> nsexec stage-2'), 'write-id-maps'],
    [debug('child process in init()'), undefined],
    [debug('init: closing the pipe to signal completion'), 'finish-isolation'],
    [debug('process exited pid=436 status=0'), 'run'],
  ],
  'crun --debug (linux.c, container.c)': [
    ['Unsharing namespace: `user`\n', undefined],
    ['Running container on PID: `66`\n', 'create-namespaces'],
    ['Writing container status\n', 'finish-isolation'],
  ],
  'events of the kubelet': [
    ['  Normal  Created  12s  kubelet  Created container: web\n', 'finish-isolation'],
    ['  Normal  Started  12s  kubelet  Started container web\n', 'start-process'],
  ],
};

describe.each(Object.entries(logs))('%s', (_, lines) => {
  test.each(lines.map((_line, index) => index))('cut behind line %i, it tells what was passed, each with its line', (end) => {
    const shown = lines.slice(0, end + 1);
    const proved = shown.flatMap(([line, step]) => (step ? [{ step, line }] : []));
    const reached = reachedIn(shown.map(([line]) => line).join(''));
    const last = proved.at(-1)?.step;
    // An init that finished its isolation has only the process left to execute, and no failure was told.
    expect(reached?.step).toBe(last && steps.indexOf(last) >= steps.indexOf('finish-isolation') ? 'run' : last);
    expect((reached?.passed ?? []).map(({ step }) => step)).toEqual(proved.map(({ step }) => step));
    reached?.passed.forEach(({ evidence }, index) => {
      const [place] = evidence;
      const line = proved[index]?.line ?? '';
      expect(line).toContain(place?.quote ?? '-');
      expect(place?.startLine).toBe(shown.findIndex(([text]) => text === line) + 1);
    });
  });
});

test('a failure of any step is where the start stopped, and only what is before it was passed', () => {
  const told = logs['runc --debug (nsexec.c, standard_init_linux.go, signals.go)']?.slice(0, 5).map(([line]) => line).join('') ?? '';
  const seen = new Set<Step>();
  for (const row of messageRows) {
    if (!('symptom' in row)) continue;
    const reached = reachedIn(`${told}${row.seen}\n`);
    // A line that only says that something failed stops at no step of its own.
    if (!reached || symptoms[row.symptom] !== reached.step) continue;
    seen.add(reached.step);
    for (const { step, evidence } of reached.passed) {
      expect(steps.indexOf(step), row.seen).toBeLessThan(steps.indexOf(reached.step));
      expect(evidence.length).toBeGreaterThan(0);
    }
    if (steps.indexOf(reached.step) > steps.indexOf('write-id-maps')) expect(reached.passed.map(({ step }) => step)).toEqual(expect.arrayContaining(['create-namespaces', 'write-id-maps']));
  }
  expect([...seen].sort()).toEqual([...steps].sort());
});

/** A failing line alone, the steps behind it, and the words that say so. */
const implied: readonly (readonly [line: string, passed: readonly Step[], words: string])[] = [
  ['runc run failed: unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mount src=proc, dst=/proc, dstFd=/proc/thread-self/fd/8, flags=MS_NOSUID: operation not permitted', ['read-config', 'create-namespaces', 'write-id-maps', 'prepare-rootfs'], 'error during container init: error mounting'],
  ['container_linux.go:380: starting container process caused: process_linux.go:545: container init caused: rootfs_linux.go:76: mounting "sysfs" to rootfs at "/sys" caused: operation not permitted', ['read-config', 'create-namespaces', 'write-id-maps', 'prepare-rootfs'], 'rootfs_linux.go:76: mounting'],
  ['runc run failed: unable to start container process: exec: "sh": executable file not found in $PATH', ['read-config', 'create-namespaces', 'write-id-maps', 'prepare-rootfs', 'mount'], 'unable to start container process: exec: '],
  ['runc run failed: unable to start container process: unable to apply cgroup configuration: mkdir /sys/fs/cgroup/web: permission denied', ['read-config'], 'unable to start container process'],
  ['crun: setresuid to `70000`: Invalid argument', ['create-namespaces', 'write-id-maps'], 'setresuid'],
  ['newuidmap: uid range [1-65537) -> [100000-165536) not allowed', ['create-namespaces'], 'newuidmap: uid range'],
  ['[rootlesskit:child ] error: failed to mount cgroup2 on /sys/fs/cgroup: operation not permitted', ['create-namespaces', 'write-id-maps'], '[rootlesskit:child ]'],
];

test.each(implied)('%s', (line, passed, words) => {
  const reached = reachedIn(`${line}\n`);
  expect(reached?.passed.map(({ step }) => step)).toEqual(passed);
  for (const { evidence } of reached?.passed ?? []) expect(evidence[0]?.quote).toContain(words);
});

test('a config without a user namespace passed none', () => {
  const [[line = ''] = []] = implied;
  const config = { ociVersion: '1.1.0', process: { args: ['sh'], cwd: '/', user: { uid: 0, gid: 0 } }, root: { path: '/srv/web/rootfs' }, linux: { namespaces: [{ type: 'mount' }] } };
  const report = diagnose([{ name: 'config.json', text: JSON.stringify(config) }, { name: 'run.log', text: `${line}\n` }]);
  expect(report.reached?.passed.map(({ step }) => step)).toEqual(['read-config', 'prepare-rootfs']);
});
