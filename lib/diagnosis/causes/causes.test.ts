import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { causeIds, causeIdsByArea, type CauseId } from '../cause-ids';
import { languages } from '../sentence';
import { expectSafe } from '../testing/expect-safe';
import { symptoms, unrelatedSymptoms, type Symptom } from '../symptoms';
import { causes } from './index';

const all = causeIds.map((id) => causes[id]);
const explained = (symptom: Symptom) => all.filter((cause) => cause.explains[symptom] !== undefined);

describe.each(Object.entries(causeIdsByArea))('the causes of %s', (area, ids) => {
  test.each(ids)('%s stands in a file of its name, with a test beside it', (id) => {
    const file = path.join(import.meta.dirname, area, id);
    expect(existsSync(`${file}.ts`)).toBe(true);
    expect(existsSync(`${file}.test.ts`)).toBe(true);
    expect(causes[id].id).toBe(id);
  });
});

test.each(all)('$id has a name, a page and references', (cause) => {
  for (const language of languages) {
    const { name = '', pageWhy = '', pageTell = '', pageSure = '', pageNot = '' } = cause.words[language];
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name).not.toMatch(/\.$/);
    for (const text of [name, pageWhy, pageTell, pageSure, pageNot]) expect(text).not.toMatch(/\{\w+\}|^$/);
    expect(Object.keys(cause.words[language]).toSorted()).toEqual(Object.keys(cause.words.en).toSorted());
  }
  expect(cause.references.length).toBeGreaterThan(0);
  for (const { url } of cause.references) expect(url).toMatch(/^https:\/\//);
});

test('every symptom of a failed start has a cause, and no unrelated one has', () => {
  for (const symptom of Object.keys(symptoms) as Symptom[]) {
    if (symptom === 'unrecognised' || unrelatedSymptoms.has(symptom)) expect(explained(symptom), symptom).toEqual([]);
    else expect(explained(symptom).length, symptom).toBeGreaterThan(0);
  }
});

test('at most two causes are usual for one symptom, so that the word keeps its meaning', () => {
  for (const symptom of Object.keys(symptoms) as Symptom[]) {
    const usual = explained(symptom).filter((cause) => cause.explains[symptom] === 'usually');
    expect(usual.map(({ id }) => id).slice(2), symptom).toEqual([]);
  }
});

test('no cause underlies itself, directly or through others', () => {
  const reaches = (from: CauseId, seen: ReadonlySet<CauseId>): boolean =>
    causes[from].underlies.some((id) => seen.has(id) || reaches(id, new Set([...seen, id])));
  for (const id of causeIds) expect(reaches(id, new Set([id])), id).toBe(false);
});

test.each(all)('$id gives fixes that are safe to paste where nothing is known', (cause) => {
  for (const fix of cause.judge({}).statement?.fixes ?? []) expectSafe(fix);
});

test.each(all)('$id builds commands whose own text a shell takes as it is', (cause) => {
  // A character that is not safe in every shell turns the whole word into a placeholder without a name.
  for (const fix of cause.judge({}).statement?.fixes ?? []) expect([...fix.commands, ...fix.verify].join('\n')).not.toContain("'<value>'");
});
