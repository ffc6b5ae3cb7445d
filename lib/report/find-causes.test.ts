import { describe, expect, test } from 'vitest';
import { causeIds } from '../diagnosis/cause-ids';
import { causes } from '../diagnosis/causes/index';
import { messageRows } from '../diagnosis/messages/index';
import { unrelatedSymptoms } from '../diagnosis/symptoms';
import { symptomWords } from '../diagnosis/symptom-words';
import { findCauses } from './find-causes';

const frequency = { usually: 0, sometimes: 1, rarely: 2 } as const;

describe('a pasted line of every message row', () => {
  for (const row of messageRows) {
    test(`${row.by}: ${row.seen.slice(0, 100)}`, () => {
      const found = findCauses(row.seen, 'en');
      if ('harmless' in row) return expect(found).toEqual({ kind: 'harmless', causes: [] });
      if ('passed' in row) return expect(found.kind).toBe('passed');
      if (unrelatedSymptoms.has(row.symptom)) return expect(found).toEqual({ kind: 'unrelated', says: symptomWords.en[row.symptom], causes: [] });
      expect([found.kind, found.says]).toEqual(['failure', symptomWords.en[row.symptom]]);
      expect(found.causes.map(({ id }) => id).sort()).toEqual(causeIds.filter((id) => causes[id].explains[row.symptom]).sort());
      // Where the line itself says nothing more, how often decides.
      const open = found.causes.filter(({ standing }) => standing === 'open').map(({ howOften }) => frequency[howOften]);
      expect(open).toEqual([...open].sort());
    });
  }
});

test('a line that the text proves comes first, one that it rules out last', () => {
  const { causes: found } = findCauses('runc run failed: user namespaces enabled, but no uid mappings found\n', 'en');
  expect(found[0]).toEqual({ id: 'userns-without-mappings', howOften: 'usually', standing: 'proved' });
  const standings = findCauses('root@node1:/web# crun run web\nwrite to `uid_map`: Operation not permitted\n', 'en').causes.map(({ standing }) => standing);
  expect(standings).toContain('refuted');
  expect(standings.indexOf('refuted')).toBeGreaterThan(standings.lastIndexOf('open'));
});

test('words that no program prints', () => {
  expect(findCauses('what is a user namespace', 'en')).toEqual({ kind: 'unknown', causes: [] });
  expect(findCauses('', 'en')).toEqual({ kind: 'unknown', causes: [] });
});
