import { expect, test } from 'vitest';
import { checkChinese } from '../lib/report/testing/chinese';
import { shellWords } from './_shared/shell-words';
import { referenceWords } from './causes/words';

test.each(Object.entries({ shell: shellWords, reference: referenceWords }))('every text of %s has a Chinese one', (_, { en, zh }) => {
  expect(checkChinese(en, zh)).toEqual([]);
});
