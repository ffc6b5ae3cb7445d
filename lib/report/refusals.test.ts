import { expect, test } from 'vitest';
import { refusedHere } from '../browser/read-files';
import { refusedAsCredentials } from '../intake/credentials';
import { decode } from '../intake/decode';
import { refusalIn, refusals } from './refusals';
import { checkChinese } from './testing/chinese';

test('every reason has a Chinese one', () => expect(checkChinese(refusals.en, refusals.zh)).toEqual([]));

const binary = decode(new Uint8Array([0, 1, 2, 3]));
const real = [
  'refused' in binary ? binary.refused : '',
  ...['{"auths": {}}', 'kind: Config\nusers:\n', '-----BEGIN PRIVATE KEY-----\n', 'machine a login b\n', '{"terraform_version": "1", "resources": []}', '{"type": "service_account", "private_key": "x"}'].flatMap((text) => [refusedAsCredentials(text) ?? '', refusedHere(text) ?? '']),
];

test.each(real)('%s', (why) => {
  expect(refusalIn('en', why)).toBe(why);
  expect(refusalIn('zh', why)).toMatch(/^它.*\p{Script=Han}/u);
  expect(refusalIn('zh', why)).not.toMatch(/\b(?:it|looks|an?|file|key)\b/);
});

test('a reason that is not known stays', () => expect(refusalIn('zh', 'because')).toBe('because'));
