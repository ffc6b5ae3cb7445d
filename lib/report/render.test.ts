import { expect, test } from 'vitest';
import { causes } from '../diagnosis/causes/index';
import { renderSentence } from './render';

test('a value that looks like a template stays what it is', () => {
  const value = '{fix} ${process.env.HOME} {{constructor}} `x`';
  const said = renderSentence({ key: 'general/summaryCertain', values: { cause: value, fix: 'Mend it' } }, 'en');
  expect(said).toBe(`${value}. Mend it.`);
});

test.each(['general/constructor', 'general/__proto__', 'constructor/name', '__proto__/toString', ''])('the key %j names no sentence of ours', (key) => {
  expect(renderSentence({ key, values: { a: 'b' } }, 'en')).not.toMatch(/function|object Object/);
});

test('the words of a cause are text and nothing else', () => {
  for (const { words } of Object.values(causes)) for (const sentence of Object.values(words.en)) expect(typeof sentence).toBe('string');
});
