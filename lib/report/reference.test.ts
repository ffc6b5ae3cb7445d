import { expect, test } from 'vitest';
import { causeIds } from '../diagnosis/cause-ids';
import { causes } from '../diagnosis/causes/index';
import { isReadOnly } from '../diagnosis/fixes/read-only';
import { describeCause, listCauses } from './reference';

test('the list holds every cause once, in the order of the ids', () => {
  expect(listCauses('en').map(({ id }) => id)).toEqual([...causeIds]);
  expect(new Set(causeIds).size).toBe(causeIds.length);
  expect(Object.keys(causes).sort()).toEqual([...causeIds].sort());
  expect(describeCause('not-userns', 'en')).toBeUndefined();
});

test.each(causeIds)('the page of %s is whole', (id) => {
  const page = describeCause(id, 'en');
  if (!page) throw new Error('no page');
  for (const text of [page.name, page.why, page.tell, page.sure, page.not, page.reply]) expect(text).toMatch(/\S/);
  expect(page.symptoms.length).toBeGreaterThan(0);
  expect(page.messages.length, 'a program says so').toBeGreaterThan(0);
  for (const { symptom, prints, seen } of page.messages) {
    expect(page.symptoms.map((one) => one.id)).toContain(symptom);
    expect([prints, seen]).not.toContain('');
  }
  expect(page.collects.length).toBeGreaterThan(0);
  expect(page.references.length).toBeGreaterThan(0);
  for (const { files } of Object.values(page.examples)) expect(files.every(({ text }) => text !== '') && files.length > 0).toBe(true);
  for (const neighbour of page.neighbours) {
    expect(neighbour.id).not.toBe(id);
    expect(neighbour.sure).toMatch(/\S/);
  }
  const [first] = page.fixes;
  expect(first?.risk, 'the best fix destroys nothing').not.toBe('destructive');
  for (const fix of page.fixes) {
    expect(fix.costs, 'what it costs in isolation').toMatch(/\S/);
    expect(fix.verify.length, 'how to verify it').toBeGreaterThan(0);
    // What changes nothing by itself leaves nothing to undo.
    const onlyLooks = fix.patch.length === 0 && fix.commands.every(isReadOnly);
    expect(fix.undo.length > 0 || onlyLooks, `undo of ${fix.title}`).toBe(true);
  }
});

test('the message of the example is told first', () => {
  expect(describeCause('rootfs-path-relative', 'en')?.messages[0]).toMatchObject({ by: 'runc', prints: 'mounting {quoted} to rootfs at {target}: mkdir {path}: {errno}', proves: false });
});

test('a reply is short, names cause and repair, and links to the page', () => {
  for (const id of causeIds) {
    const reply = describeCause(id, 'en')?.reply ?? '';
    expect(reply.length, id).toBeLessThan(1400);
    expect(reply).toContain(causes[id].words.en.name);
    expect(reply.match(/\{\w+\}/g)).toEqual(['{link}']);
  }
});

test('messages come by the commonest symptom, and those that prove it first', () => {
  const page = describeCause('newidmap-missing', 'en');
  expect(page?.messages[0]).toMatchObject({ symptom: 'newidmap-not-found', proves: true });
  expect(page?.symptoms.map(({ howOften }) => howOften)).toEqual([...(page?.symptoms ?? [])].map(({ howOften }) => howOften).toSorted((a, b) => ['usually', 'sometimes', 'rarely'].indexOf(a) - ['usually', 'sometimes', 'rarely'].indexOf(b)));
});

test('the closest neighbours share what is usual for both', () => {
  const ids = describeCause('proc-mount-without-pid-namespace', 'en')?.neighbours.map(({ id }) => id);
  expect(ids?.[0]).toBe('proc-mount-masked-by-outer');
});
