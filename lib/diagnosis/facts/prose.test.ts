import { expect, test } from 'vitest';
import { gatherFacts } from './gather-facts';

const symptomOf = (text: string) => gatherFacts([{ name: 'issue.md', text }]).failure?.symptom;

test.each([
  'I tried chmod and mkdir /srv/x: permission denied came up.',
  'When mounting I get mkdir /srv/x/rootfs/proc: permission denied on every start.',
  'It worked before, but now newuidmap: write to uid_map failed: Operation not permitted is all that I see.',
])('%j is a sentence of a person, not a line of a program', (text) => {
  expect(symptomOf(`${text}\n`)).toBeUndefined();
});

test.each([
  ['mkdir /srv/x/rootfs/proc: permission denied', 'mountpoint-create-denied'],
  ['I get this: mkdir /srv/x/rootfs/proc: permission denied', 'mountpoint-create-denied'],
  ['It says "newuidmap: write to uid_map failed: Operation not permitted"', 'newidmap-write-refused'],
  ['### Error\n\nrunc run failed: args must not be empty\n\nand I do not know why.', 'executable-not-given'],
])('%j is quoted, word by word', (text, symptom) => {
  expect(symptomOf(`${text}\n`)).toBe(symptom);
});
