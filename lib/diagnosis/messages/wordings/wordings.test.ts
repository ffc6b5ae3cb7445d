import { expect, test } from 'vitest';
import { makeDocument } from '../../documents/document';
import { readLogLines } from '../../documents/log-lines';
import { messageRows } from '../index';
import { commonRanges } from '../version-range';
import { wordings, wordingsIn } from './index';

test.each(wordings.map((wording) => [`${wording.program}: ${wording.words}`, wording] as const))('%s', (_, { program, words, versions }) => {
  expect(wordingsIn(`x ${words.replaceAll('…', 'foo')}: permission denied`).map((one) => `${one.program} ${one.words}`)).toContain(`${program} ${words}`);
  // A range that holds every version tells nothing; one that ends before it begins holds none.
  for (const range of versions) {
    expect(range.from ?? range.before).toBeDefined();
    expect(commonRanges([range], [{}])).toEqual([range]);
  }
  // Short words stand in the lines of other programs as well.
  expect(Math.max(...words.split('…').map((piece) => piece.length))).toBeGreaterThanOrEqual(6);
});

/** Programs whose words others print as well: those that run them, and those whose code they use. */
const spokenBy: Readonly<Record<string, readonly string[]>> = {
  crun: ['podman'],
  podman: ['storage'],
  docker: ['nerdctl'],
  // The kubelet makes cgroups by the library that runc has; the agent of Kata kept runc's words.
  kubelet: ['kubernetes', 'cri-o', 'runc'],
  containerd: ['runc'],
  rootlesskit: ['containerd'],
};

test('no line of one program is taken for the words of another', () => {
  const foreign = messageRows
    .filter(({ by }) => by !== 'any' && by !== 'kernel')
    .flatMap(({ by, seen }) => {
      const document = makeDocument('line', seen);
      const heard = readLogLines({ document, start: 0, end: seen.length }).flatMap(({ text }) => wordingsIn(text));
      return heard.filter(({ program }) => program !== by && !spokenBy[by]?.includes(program)).map(({ program, words }) => `${by}, not ${program}: ${words}`);
    });
  expect(foreign).toEqual([]);
});
