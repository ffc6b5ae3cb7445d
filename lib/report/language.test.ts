import { expect, test } from 'vitest';
import { pickLanguage } from './language';

test.each([
  [null, null, 'en'],
  [null, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  [null, 'zh-Hans-CN', 'zh'],
  [null, 'de,en;q=0.7,zh;q=0.3', 'en'],
  [null, 'en;q=0.2, zh;q=0.8', 'zh'],
  [null, 'zh;q=0', 'en'],
  [null, 'zh;q=many, en', 'en'],
  [null, 'de', 'en'],
  [null, 'zh_CN.UTF-8', 'zh'],
  [null, 'C.UTF-8', 'en'],
  ['zh', 'en', 'zh'],
  ['en', 'zh', 'en'],
  ['zh-CN', null, 'zh'],
  ['tlh', 'zh', 'zh'],
] as const)('?lang=%s with %s is %s', (lang, accept, language) => {
  expect(pickLanguage(lang, accept)).toBe(language);
});
