import { expect, test } from 'vitest';
import { causeIds } from '../diagnosis/cause-ids';
import { nearestCauses } from './nearest-causes';

test.each([
  ['rootfs-owned-by-mapping', 'rootfs-not-owned-by-mapping'],
  ['subuid-range-missing', 'subid-range-missing'],
  ['Newuidmap missing', 'newidmap-missing'],
  ['proc-mount-without-pid', 'proc-mount-without-pid-namespace'],
])('%s', (wanted, nearest) => {
  expect(nearestCauses(wanted)[0]).toBe(nearest);
});

test.each(causeIds)('%s without its last letter is nearest to itself', (id) => {
  expect(nearestCauses(id.slice(0, -1))[0]).toBe(id);
});

test.each(['zzzz', '', 'q', '%2e%2e', 'x'.repeat(100_000)])('nothing is near to %#', (wanted) => {
  expect(nearestCauses(wanted)).toEqual([]);
});
