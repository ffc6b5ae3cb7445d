import { expect, test } from 'vitest';
import { z } from 'zod';
import { attemptOptions, caseChanges, caseOptions, encryptedCaseOptions, envelopeBytes, jsonEvidence, query } from '../contract/schemas';
import { firstIssue } from './issue';
import { fitting } from './json-body';
import { Problem } from './problem';

/** Everything that a person can send wrong, each by one value. */
const wrong: readonly (readonly [schema: z.ZodType, value: unknown])[] = [
  [caseOptions, { title: 'x'.repeat(201) }],
  [caseOptions, { note: 'x'.repeat(10_001) }],
  [caseOptions, { expiresIn: 'soon' }],
  [caseOptions, { expiresIn: 1.5 }],
  [caseOptions, { expiresIn: -1 }],
  [caseOptions, { password: 'short' }],
  [caseOptions, { titel: '' }],
  [encryptedCaseOptions, { title: '' }],
  [envelopeBytes, new Uint8Array(3)],
  [attemptOptions, { after: 'noon' }],
  [caseChanges, {}],
  [caseChanges, { status: 'lost' }],
  [jsonEvidence, { files: [{ name: 'a' }] }],
  [jsonEvidence, { files: 'a' }],
  [query, { from: 'x' }],
  [query, { count: '20000' }],
  [query, { find: '' }],
];

test.each(wrong)('what does not fit is said in each language: %#', (schema, value) => {
  const { error } = schema.safeParse(value);
  expect(error).toBeDefined();
  const { en, zh } = firstIssue(error ?? new z.ZodError([]));
  expect(en).toMatch(/[a-z]/);
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(zh).not.toMatch(/格式不对|undefined/);
});

test('a problem says it in the language of who asks, with the member once', () => {
  try {
    fitting(caseOptions, { expiresIn: 'soon' });
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.detailIn('en')).toBe('The request does not fit: expiresIn must be a number of seconds.');
    expect(error.detailIn('zh')).toBe('请求不符合要求：expiresIn：类型不对，应为 number。');
  }
});
