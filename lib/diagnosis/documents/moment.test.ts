import { describe, expect, it } from 'vitest';
import { inTime, momentOf } from './moment';

describe('momentOf', () => {
  it.each([
    ['2026-03-01T10:00:00Z', '2026-03-01T11:00:00.5+01:00', 'world', 500],
    ['2026-03-01T10:00:00.123456789Z', '2026-03-01T10:00:00.223456789Z', 'world', 100],
    ['2024-02-29T23:30:00-01:00', '2024-03-01T01:00:00Z', 'world', 1_800_000],
    ['2025-12-31T23:59:59Z', '2026-01-01T00:00:00+0000', 'world', 1000],
    ['2025-02-28T00:00:00Z', '2026-02-28T00:00:00Z', 'world', 365 * 86_400_000],
    ['2026-03-01 10:00:00', '2026-03-01 10:00:01', 'local', 1000],
    ['1772359200.000000', '1772359201.500000', 'world', 1500],
    ['0301 10:00:00.000100', '0302 10:00:00.000100', 'klog', 86_400_000],
    ['Mar  1 10:00:00', 'Mar 11 10:00:00', 'syslog', 864_000_000],
    ['Mar 31 23:59:59', 'Apr  1 00:00:00', 'syslog', 1000],
  ])('%s … %s', (first, second, clock, apart) => {
    const [a, b] = [momentOf(first), momentOf(second)];
    expect([a?.clock, b?.clock]).toEqual([clock, clock]);
    expect((b?.at ?? 0) - (a?.at ?? 0)).toBeCloseTo(apart, 3);
  });

  it.each(['10:00:00', 'Mär  1 10:00:00', '12.345678', '2026-99-99T10:00:00Z', ''])('%j is no moment', (time) => {
    expect(momentOf(time)).toBeUndefined();
  });
});

describe('inTime', () => {
  it('orders times of one clock, and keeps the order of equal ones', () => {
    expect(inTime(['Mar  2 10:00:00', 'Mar  1 10:00:00', 'Mar  1 10:00:00.0'], momentOf)).toEqual(['Mar  1 10:00:00', 'Mar  1 10:00:00.0', 'Mar  2 10:00:00']);
  });

  it.each([[['Mar  2 10:00:00', '0301 10:00:00.0']], [['2026-03-02T10:00:00Z', 'later', '2026-03-01T10:00:00Z']]])('leaves %j as it is', (times) => {
    expect(inTime(times, momentOf)).toEqual(times);
  });
});
