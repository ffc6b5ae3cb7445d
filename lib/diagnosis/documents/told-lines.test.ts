import { expect, test } from 'vitest';
import { diagnose } from '../diagnose';
import { gatherFacts } from '../facts/gather-facts';
import { makeDocument, quote } from './document';
import { recognise } from './recognise';
import { readToldLines } from './told-lines';

const said = (text: string) => recognise(makeDocument('events', text)).regions.flatMap(readToldLines).map((line) => line.text);
const refused = 'failed to create containerd task: OCI runtime create failed: mounting "proc" to rootfs at "/proc": operation not permitted: unknown';

test('a message that YAML folds is one line, quoted from its first to its last', () => {
  const text = `apiVersion: v1
items:
- kind: Event
  lastTimestamp: "2026-03-01T10:00:00Z"
  message: 'Error: failed to create containerd task: OCI runtime create failed:
    mounting "proc" to rootfs at "/proc": operation not permitted: unknown'
  reason: Failed
- kind: Event
  message: "Error: failed to create containerd task: OCI runtime create failed: mounting\\
    \\ \\"proc\\" to rootfs at \\"/proc\\": operation not permitted: unknown"
  reason: Failed
- kind: Event
  message: |-
    Error: failed to create containerd task: OCI runtime create failed:
    mounting "proc" to rootfs at "/proc": operation not permitted: unknown
kind: List
`;
  for (const line of said(text)) expect(line).toBe(`Error: ${refused}`);
  expect(said(text)).toHaveLength(3);
  const { failure } = gatherFacts([{ name: 'events.yaml', text }]);
  expect(failure?.symptom).toBe('proc-mount-refused');
  expect(failure && quote(failure.span)).toContain('operation not permitted');
});

test('the state of a pod, and what inspect shows', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { hostUsers: false }, status: { containerStatuses: [{ lastState: { terminated: { message: refused, reason: 'StartError', finishedAt: '2026-03-01T10:00:00Z' } } }] } };
  expect(said(JSON.stringify(pod, undefined, 2))).toEqual([refused]);
  expect(said(JSON.stringify([{ State: { Error: refused, ExitCode: 127 } }], undefined, 2))).toEqual([refused]);
});

test('a member of that name in another object is nothing that a program said', () => {
  expect(said('apiVersion: v1\nkind: ConfigMap\ndata:\n  message: "mkdir /srv/web/rootfs/proc: permission denied"\n')).toEqual([]);
});

test('a condition that is fine is no failure', () => {
  const text = 'apiVersion: v1\nkind: Pod\nspec:\n  hostUsers: false\nstatus:\n  conditions:\n  - message: "containers with unready status: [web]"\n    reason: ContainersNotReady\n';
  expect(diagnose([{ name: 'pod.yaml', text }]).unrecognised).toEqual([]);
});
