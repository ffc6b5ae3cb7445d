import { describe, expect, test } from 'vitest';
import { causeIds } from '../diagnosis/cause-ids';
import { causes } from '../diagnosis/causes/index';
import { diagnose } from '../diagnosis/diagnose';
import { generalWords } from '../diagnosis/general-words';
import { symptomWords } from '../diagnosis/symptom-words';
import { examples } from '../examples';
import { causeExamples } from '../examples/causes';
import { unfinishedReport } from '../diagnosis/unfinished-report';
import { checkChinese, proseIn, valuesIn } from './testing/chinese';
import { reportMarkdown } from './markdown';
import { describeCause } from './reference';
import { renderReport } from './render';
import { reportText } from './text';
import { offlineWords } from '../offline/words';
import { commandWords } from '../command/words';
import { reportWords } from './words';

const tables = { general: generalWords, symptoms: symptomWords, report: reportWords, command: commandWords, offline: offlineWords };

describe('every English sentence has a Chinese one, with the same holes and the same code', () => {
  test.each(Object.entries(tables))('%s', (_, { en, zh }) => expect(checkChinese(en, zh)).toEqual([]));
  test.each(causeIds)('%s', (id) => expect(checkChinese(causes[id].words.en, causes[id].words.zh)).toEqual([]));
});

/** Reports of every example, and of the kinds of answer that no example has. */
const reports = [
  ...causeIds.flatMap((id) => [causeExamples[id].bad, causeExamples[id].good]).map((texts) => Object.entries(texts).map(([name, text]) => ({ name, text }))),
  ...examples.map(({ files }) => [...files]),
  [{ name: 'run.log', text: 'runc run failed: something that nobody has seen\n' }],
  [{ name: 'notes.txt', text: 'nothing\n' }],
].map((files) => diagnose(files));

test('no value that fills a hole is an English phrase of ours', () => {
  const values = [...reports, unfinishedReport([], 5), ...causeIds.map((id) => causes[id].judge({}).statement)].flatMap(valuesIn);
  expect(values.length).toBeGreaterThan(300);
  expect(values.filter(({ value }) => proseIn(value))).toEqual([]);
});

test('a report in Chinese has no English sentence but quotes and commands', () => {
  for (const report of reports) {
    const rendered = renderReport(report, 'zh');
    const said = [
      rendered.summary, ...rendered.limits, ...rendered.asks.map(({ what }) => what), ...rendered.ruledOut.map(({ because }) => because),
      ...rendered.findings.flatMap(({ title, explanation, because, evidence, fixes }) => [
        title, explanation, because, ...evidence.map(({ says }) => says), ...fixes.flatMap((fix) => [fix.title, fix.costs, ...fix.notes]),
      ]),
    ];
    expect(said.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  }
});

test('Markdown, the terminal and the reference answer in Chinese, and keep quotes and commands', () => {
  const [report] = reports;
  if (!report) throw new Error('there are examples');
  const english = renderReport(report, 'en');
  const chinese = renderReport(report, 'zh');
  const command = english.findings[0]?.fixes[0]?.verify[0] ?? '';
  for (const text of [reportMarkdown(chinese, 'zh'), reportText(chinese, 'zh')]) {
    expect(text).toContain('根因');
    expect(text).toContain('验证：');
    expect(text).toContain(command);
    expect(text).not.toMatch(/\b(?:Root cause|Costs|Verify|Undo|Ruled out)\b/);
  }
  expect(chinese.findings.map(({ evidence }) => evidence.map(({ quote }) => quote))).toEqual(english.findings.map(({ evidence }) => evidence.map(({ quote }) => quote)));
  const page = describeCause('rootfs-path-relative', 'zh');
  expect(page?.reply).toMatch(/^感谢反馈。/);
  expect(page?.reply.split('\n\n')[1]?.match(/。/g)).toHaveLength(2);
});
