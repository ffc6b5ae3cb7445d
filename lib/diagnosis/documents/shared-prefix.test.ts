import { describe, expect, test } from 'vitest';
import { applyFix } from '../apply-fix';
import { diagnose } from '../diagnose';
import { bundleConfig } from '../testing/bundle-config';
import { plainDocument } from './read-documents';

const config = bundleConfig({ linux: { namespaces: ['pid', 'network', 'mount', 'ipc', 'uts'].map((type) => ({ type })) } });
const session = `$ cat config.json\n${config}\n$ runc run web\n`;
const before: Readonly<Record<string, (line: string) => string>> = {
  'a mail': (line) => `> ${line}`,
  'a mail that quotes a mail': (line) => `> > ${line}`,
  'a CI log': (line) => `2026-03-01T10:00:00.1234567Z ${line}`,
  'the journal': (line) => `Mar 19 20:59:36 node1 build[214]: ${line}`,
};
const behind = (prefix: (line: string) => string, text: string) => text.split('\n').map(prefix).join('\n');

describe.each(Object.entries(before))('behind %s', (_, prefix) => {
  const text = behind(prefix, session);

  test('a config is read, and quoted as it was given', () => {
    const report = diagnose([{ name: 'job.log', text }]);
    const [root] = report.findings;
    expect(root).toMatchObject({ cause: 'userns-mappings-without-namespace', role: 'root-cause' });
    expect(root?.evidence).not.toHaveLength(0);
    const lines = text.split('\n');
    for (const { startLine, startColumn, endLine, endColumn, quote } of root?.evidence ?? []) {
      const shown = lines.slice(startLine - 1, endLine);
      const cut = shown.map((line, index) => line.slice(index === 0 ? startColumn - 1 : 0, index === shown.length - 1 ? endColumn - 1 : undefined)).join('\n');
      expect(quote).toBe(cut);
    }
  });

  test('the fix takes the cause away', () => {
    const fix = diagnose([{ name: 'job.log', text }]).findings[0]?.fixes[0];
    const fixed = fix && applyFix(text, fix);
    expect(fixed).toBeDefined();
    expect(diagnose([{ name: 'job.log', text: fixed ?? '' }]).findings.map(({ cause }) => cause)).not.toContain('userns-mappings-without-namespace');
  });
});

test.each([
  ['lines of which one has none', 'Mar 19 20:59:36 node1 build[214]: uid=0(root) gid=0(root)\nrunc run failed\n'],
  ['lines of several processes', 'Mar 19 20:59:36 node1 build[214]: uid=0(root) gid=0(root)\nMar 19 20:59:37 node1 other[9]: done\n'],
  ['a log, which keeps its times', '2026-03-01T10:00:00.1234567Z runc run failed\n2026-03-01T10:00:01.1234567Z done\n'],
  ['commands behind a prompt', '> runc run web\n> runc --version\n'],
])('%s stay what they are', (_, text) => {
  expect(plainDocument('a.log', text).text).toBe(text);
});
