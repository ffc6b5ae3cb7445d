import { describe, expect, test } from 'vitest';
import { makeDocument, quote } from '../documents/document';
import { readLogLines } from '../documents/log-lines';
import { messageRows } from './index';
import { matchLine } from './match';
import type { MessageRow } from './message';
import { compileTemplate } from './template';

function hitsOf(text: string) {
  const document = makeDocument('log', text);
  return readLogLines({ document, start: 0, end: text.length }).flatMap(matchLine);
}

function meaning(row: MessageRow): string {
  return 'symptom' in row ? row.symptom : 'harmless' in row ? 'harmless' : `passed ${row.passed}`;
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** What programs put around a message (log formats of runc, containerd, docker, podman, the kubelet, journald). */
const wrappers: Readonly<Record<string, (line: string) => string>> = {
  'as it is': (line) => line,
  'logrus text': (line) => `time="2026-03-01T10:00:00Z" level=error msg="${escaped(line)}"`,
  'JSON log': (line) => JSON.stringify({ level: 'error', msg: line, time: '2026-03-01T10:00:00Z' }),
  'quoted by old runc': (line) => `container_linux.go:345: starting container process caused "process_linux.go:430: container init caused \\"${escaped(escaped(line))}\\""`,
  'ctr': (line) => `ctr: failed to create shim task: OCI runtime create failed: ${line}: unknown`,
  docker: (line) => `docker: Error response from daemon: failed to create task for container: ${line}: unknown.`,
  'the kubelet': (line) => `E0402 10:11:12.123456    1234 pod_workers.go:1301] "Error syncing pod, skipping" err="${escaped(line)}" pod="default/web"`,
  journald: (line) => `Mar 19 20:59:36 node1 containerd[214]: ${line}`,
  'a terminal with colours': (line) => `\u001b[31mERRO\u001b[0m[0000] ${line}`,
};

describe('every message row', () => {
  for (const row of messageRows) {
    test(`${row.by}: ${[row.prints].flat()[0] ?? ''}`, () => {
      const hits = hitsOf(row.seen);
      expect(hits.map((hit) => meaning(hit.row)), row.seen).toContain(meaning(row));
      for (const hit of hits) for (const value of Object.values(hit.values)) expect(quote(value.span)).toBe(value.value);
    });
  }
});

describe('a message is found in whatever stands around it', () => {
  const plain = messageRows.filter((row) => 'symptom' in row && !/level=|audit:|^(?:\[|WARN|ERRO|FATA)|^E\d{4}/.test(row.seen));
  for (const [name, wrap] of Object.entries(wrappers)) {
    test(name, () => {
      const inside = plain.filter((row) => name !== 'quoted by old runc' || row.by === 'runc');
      const lost = inside.filter((row) => !hitsOf(wrap(row.seen)).some((hit) => meaning(hit.row) === meaning(row)));
      expect(lost.map((row) => row.seen)).toEqual([]);
    });
  }
});

test('every template has words of its own to be found by', () => {
  const short = messageRows
    .flatMap((row) => [row.prints].flat().map((template) => ({ template, ...compileTemplate(template) })))
    .filter(({ phrases }) => phrases.some((phrase) => phrase.trim().length < 4));
  expect(short.map(({ template }) => template)).toEqual([]);
});
