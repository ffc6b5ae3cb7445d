import { expect, test } from 'vitest';
import { busyness, dayOf } from './day';

const day = dayOf({ seed: 7, uploads: 4000, seconds: 240 });
const creates = day.filter(({ act }) => act === 'create');
const shareIn = (from: number, to: number) => creates.filter(({ at }) => at >= from * 10_000 && at < to * 10_000).length / creates.length;

test('the same seed gives the same day, another one another', () => {
  expect(dayOf({ seed: 7, uploads: 4000, seconds: 240 })).toEqual(day);
  expect(dayOf({ seed: 8, uploads: 4000, seconds: 240 })).not.toEqual(day);
});

test('it has all its uploads, in order, within the day, and no case is asked for before it is opened', () => {
  expect(creates).toHaveLength(4000);
  expect(day.map(({ at }) => at)).toEqual(day.map(({ at }) => at).toSorted((a, b) => a - b));
  expect(day.every(({ at }) => at >= 0 && at <= 240_000)).toBe(true);
  const opened = new Map(creates.map(({ upload, at }) => [upload, at]));
  expect(day.every(({ act, upload, at }) => act === 'create' || at >= (opened.get(upload) ?? Infinity))).toBe(true);
});

test('afternoon is four times as busy as the night', () => {
  expect(busyness(15 / 24)).toBeCloseTo(1.6);
  expect(busyness(3 / 24)).toBeCloseTo(0.4);
  expect(shareIn(14, 16) / shareIn(2, 4)).toBeGreaterThan(3);
  expect(shareIn(14, 16) / shareIn(2, 4)).toBeLessThan(5.5);
});

test('kinds and what follows are as often as assumed', () => {
  const count = (test: (one: (typeof day)[number]) => boolean) => day.filter(test).length / creates.length;
  expect(count(({ act, kind }) => act === 'create' && kind === 'log')).toBeCloseTo(0.05, 1);
  expect(count(({ act }) => act === 'read')).toBe(3);
  expect(count(({ act }) => act === 'attempt')).toBeCloseTo(0.2, 1);
});
