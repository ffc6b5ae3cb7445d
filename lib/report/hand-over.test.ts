import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose';
import { bundleConfig } from '../diagnosis/testing/bundle-config';
import { bugReport, caseReply, handOver } from './hand-over';
import { renderReport } from './render';
import { still } from './still';

const of = (...texts: readonly (readonly [name: string, text: string])[]) => renderReport(diagnose(texts.map(([name, text]) => ({ name, text }))), 'en');
const certain = of(
  ['config.json', bundleConfig({ root: { path: 'rootfs' } })],
  ['output.txt', 'root@node1:/mycontainer# ctr run --config config.json mycontainer\nctr: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mkdir /run/containerd/io.containerd.runtime.v2.task/default/mycontainer/rootfs/proc: permission denied: unknown\n'],
);

test('five lines: what, where, fix, check, link', () => {
  const lines = handOver(certain, 'en').split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe('Cause (certain): root.path is relative, so containerd looked in its own empty directory');
  expect(lines[1]).toMatch(/^Seen in: .*config\.json:\d+/);
  expect(lines[2]).toMatch(/^Fix \(safe\): /);
  expect(lines[3]).toMatch(/^Check: /);
  expect(lines[4]).toBe('Case: {link}');
});

test('an unsure cause hands over the command that decides', () => {
  expect(handOver(of(['a.log', 'Error: crun: mount `proc` to `proc`: Operation not permitted: OCI permission denied\n']), 'en')).toMatch(/^Next, read-only: /m);
});

test('a reply quotes the lines that show the cause', () => {
  const reply = caseReply(certain, 'en');
  expect(reply).toContain('It shows in:');
  expect(reply).toMatch(/`config\.json:\d+`/);
  expect(reply).toContain('{link}');
});

test('without a cause the reply is a report for the runtime, with the line as it was printed and nothing that mentions anybody', () => {
  const unknown = of(['a.log', 'runc run failed: something never heard of by @org/team #1\n']);
  expect(caseReply(unknown, 'en')).toBe(bugReport(unknown, 'en'));
  expect(bugReport(unknown, 'en')).toContain('```text\n');
  expect(bugReport(unknown, 'en').replace(/```[\s\S]*?```/g, '')).not.toContain('@org');
});

test('what cannot be seen is a mark in what is copied', () => {
  expect(still('a\u202eb\nc')).toBe('a⟨U+202E⟩b\nc');
});
