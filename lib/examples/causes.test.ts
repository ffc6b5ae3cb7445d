import { expect, test } from 'vitest';
import { causeIds } from '../diagnosis/cause-ids';
import { diagnose } from '../diagnosis/diagnose';
import { causeExamples } from './causes';

const diagnosed = (texts: Readonly<Record<string, string>>) => diagnose(Object.entries(texts).map(([name, text]) => ({ name, text })));

test('every cause has a bad and a good example, and nothing else has', () => {
  expect(Object.keys(causeExamples).sort()).toEqual([...causeIds].sort());
});

test.each(causeIds)('%s is the root cause of its bad example', (id) => {
  const { verdict, findings } = diagnosed(causeExamples[id].bad);
  const [root] = findings.filter(({ role }) => role === 'root-cause');
  expect([verdict, root?.cause]).toEqual(['diagnosed', id]);
  // What a container takes away from a runtime inside is never certain: a host may refuse the same.
  expect(root?.confidence).toBe(id === 'nested-container-needs-privilege' ? 'likely' : 'certain');
});

test.each(causeIds)('all is well in the good example of %s', (id) => {
  const { verdict, findings } = diagnosed(causeExamples[id].good);
  expect([verdict, findings.map(({ cause }) => cause)]).toEqual(['healthy', []]);
});
