import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from '../diagnosis/messages/template';
import { copied, plainOf, searchable } from './bytes';

test('bytes are made plain as their text is', () => {
  const telling = fc.constantFrom(...Buffer.from('aZ "\'`\\\t\r\x0b\xa0\x91\x92\xc4\xe9\x80 .', 'latin1'));
  fc.assert(
    fc.property(fc.array(fc.oneof(telling, fc.integer({ min: 0, max: 255 })), { maxLength: 200 }), fc.integer({ min: 0, max: 20 }), (values, start) => {
      const bytes = Uint8Array.from(values);
      const text = Buffer.from(bytes.subarray(start)).toString('latin1');
      expect(plainOf(bytes, Math.min(start, bytes.length), bytes.length).toLowerCase()).toBe(plain(text.replace(/\\(?=[\\"'`])/g, '')));
    }),
    { numRuns: 500, seed: 20261128 },
  );
});

test('a copy stays what it was', () => {
  const bytes = searchable(Uint8Array.of(1, 2, 3, 4));
  const copy = copied(bytes, 1, 3);
  bytes.fill(9);
  expect([...copy]).toEqual([2, 3]);
});
