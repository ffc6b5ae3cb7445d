import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose';
import { bundleConfig } from '../diagnosis/testing/bundle-config';
import { asRoot, throughContainerd } from '../diagnosis/testing/lines';
import { prose, reportMarkdown } from './markdown';
import { renderReport } from './render';
import { reportText } from './text';

const markdownOf = (text: string) => reportMarkdown(renderReport(diagnose([{ name: 'run.log', text }]), 'en'), 'en');

test('a fence is longer than any run of backticks in the evidence', () => {
  const markdown = markdownOf('runc run failed: exec: "/`````": stat /`````: no such file or directory\n');
  expect(markdown).toMatch(/^``````text$/m);
});

test('nothing of the evidence becomes a mention, a link or an image', () => {
  const markdown = markdownOf('runc run failed: exec: "/@org/team![x](https://evil.example/p.png)": stat /x: no such file or directory\n');
  const outside = markdown.replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '').replace(/(`+)[^`\n]+\1/g, '');
  expect(outside).not.toMatch(/@org|evil\.example/);
});

test.each(['@org/team', 'Fixes #1', '![x](https://evil.example/p.png)', '[x](javascript:alert(1))', '| a | b |', '<!-- x -->', '<img src=x>', '**x** _y_ ~z~'])('%s in a sentence is text and does nothing', (text) => {
  const written = prose(text);
  expect(written).not.toMatch(/@\w|#\d|!\[|(?<!\\)[[\]|<>*_~]/);
  // What is read is what was there.
  expect(written.replaceAll('\u200b', '').replace(/\\(?=[\\*_[\]<>|~])/g, '')).toBe(text);
});

test('nothing of the evidence moves the cursor of a terminal, sets its title or its clipboard', () => {
  const moving = '\u001b]52;c;eA==\u0007\u001b]0;owned\u0007\u001b[2K\u001b[1A\r\b\u009b31m\u202e\u200b';
  const report = renderReport(diagnose([{ name: `a${moving}.log`, text: `runc run failed: exec: "/x${moving}y": stat /x${moving}y: no such file or directory\nnothing known ${moving} failed: error\n` }]), 'en');
  expect(reportText(report, 'en')).toContain('⟨U+202E⟩');
  // Markdown breaks mentions with U+200B of its own.
  for (const text of [reportText(report, 'en'), reportMarkdown(report, 'en').replaceAll('\u200b', '')]) expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('what comes after the fix stands in Markdown and in the terminal', () => {
  const report = renderReport(diagnose([{ name: 'config.json', text: bundleConfig({ root: { path: 'rootfs' } }) }, { name: 'run.log', text: asRoot('ctr run --config config.json web', throughContainerd('error mounting "proc" to rootfs at "/proc": mkdir /run/containerd/io.containerd.runtime.v2.task/default/web/rootfs/proc: permission denied')) }]), 'en');
  for (const text of [reportMarkdown(report, 'en'), reportText(report, 'en')]) {
    expect(text).toContain('Next you would meet');
    expect(text).toContain('namei -l /mycontainer/rootfs');
  }
});

test('what a mended config would run on the host is told before its patch, and where nothing is mended it is not', () => {
  const hooks = { createRuntime: [{ path: '/opt/x@org' }] };
  const reportOf = (path: string) => renderReport(diagnose([{ name: 'config.json', text: bundleConfig({ root: { path }, hooks }) }]), 'en');
  for (const text of [reportMarkdown(reportOf('rootfs'), 'en'), reportText(reportOf('rootfs'), 'en')]) {
    expect(text.indexOf('Read before you take this config over')).toBeGreaterThan(0);
    expect(text.indexOf('Read before you take this config over')).toBeLessThan(text.indexOf('RFC 6902'));
    expect(text).toContain('/opt/x@org');
  }
  expect(reportText(reportOf('/srv/rootfs'), 'en')).not.toContain('Read before');
});
