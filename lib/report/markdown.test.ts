import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose';
import { reportMarkdown } from './markdown';
import { renderReport } from './render';

const markdownOf = (text: string) => reportMarkdown(renderReport(diagnose([{ name: 'run.log', text }]), 'en'));

test('a fence is longer than any run of backticks in the evidence', () => {
  const markdown = markdownOf('runc run failed: exec: "/`````": stat /`````: no such file or directory\n');
  expect(markdown).toMatch(/^``````text$/m);
});

test('nothing of the evidence becomes a mention, a link or an image', () => {
  const markdown = markdownOf('runc run failed: exec: "/@org/team![x](https://evil.example/p.png)": stat /x: no such file or directory\n');
  const outside = markdown.replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '').replace(/(`+)[^`\n]+\1/g, '');
  expect(outside).not.toMatch(/@org|evil\.example/);
});
