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
    if (steps.indexOf(reached.step) > steps.indexOf('write-id-maps')) expect(reached.passed.map(({ step }) => step)).toEqual(['create-namespaces', 'write-id-maps']);
  }
  expect([...seen].sort()).toEqual([...steps].sort());
});
