import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose';
import { readCase, withRefused, writeCase } from './case-file';

const documents = [{ name: 'run.log', text: 'runc run failed: args must not be empty\n' }];
const refused = { name: 'node.tar:inner.zip', kind: 'refused', bytes: 12, lines: 0, refused: 'it is an archive inside an archive, which is not opened' };

test('a case file gives back its texts, and what was not read, and why', () => {
  expect(readCase(writeCase(documents, withRefused(diagnose(documents), [refused])))).toEqual({ documents, refused: [refused] });
  expect(readCase(writeCase(documents, diagnose(documents)))).toEqual({ documents, refused: [] });
});

test('what is no case file is none, and what is none of its members is left out', () => {
  expect(readCase('{"format":"userns-doctor-case","version":2,"documents":[]}')).toBeUndefined();
  expect(readCase('runc run failed\n')).toBeUndefined();
  const broken = { format: 'userns-doctor-case', version: 1, documents: [...documents, null, { name: 1 }], report: { documents: [null, { name: 'x', bytes: 'many', refused: 'y' }, { ...refused, refused: 7 }] } };
  expect(readCase(JSON.stringify(broken))).toEqual({ documents, refused: [] });
  expect(readCase(JSON.stringify({ ...broken, report: undefined }))).toEqual({ documents, refused: [] });
});
