import { expect, test } from 'vitest';
import { messageRows } from './index';
import { compileTemplate } from './template';

/** Milliseconds of the processor. */
function time(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  return process.cpuUsage(began).user / 1000;
}

/** No more of a line is handed to a pattern: 512 characters before the piece that it is found by and 2,048 after. */
const length = 512 + 2048;
/** Milliseconds. Steps that grow with the square of the line take some ten, with its cube minutes: no machine is so slow or so fast that it mistakes one for the other. */
const tooLong = 2000;

test('no pattern takes long on a line that nearly fits, over and over', () => {
  const slow = messageRows.flatMap(({ prints }) => [prints].flat()).flatMap((template) => {
    const { pattern } = compileTemplate(template);
    // Every hole can begin everywhere and never ends.
    const near = `${template.replaceAll('…', 'a').replace(/\{\w+\}/g, '/a').slice(0, -1)} `;
    const took = time(() => pattern.test(near.repeat(Math.ceil(length / near.length)).slice(0, length)));
    return took > tooLong ? [`${took.toFixed(0)} ms: ${template}`] : [];
  });
  expect(slow).toEqual([]);
});
