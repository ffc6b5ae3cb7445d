import { expect, test } from 'vitest';
import { makeNeutral } from './neutral';

test.each([
  ['Linux 6.1.0-31-cloud-amd64 x86_64', 'Linux 6.1.0-amd64 x86_64'],
  ['drwx------ 3 0 0 4096 Nov 25 12:24 /srv', 'drwx------ 3 0 0 4096 Mar  1 10:00 /srv'],
  ['drwx------ 3 0 0 4096 Nov  5 12:24 /srv', 'drwx------ 3 0 0 4096 Mar  1 10:00 /srv'],
  ['-rwsr-xr-x 1 0 0 59336 Dec 14  2025 /usr/bin/newuidmap', '-rwsr-xr-x 1 0 0 59336 Dec 14  2025 /usr/bin/newuidmap'],
  ['time="2027-11-25T12:24:17Z" level=error', 'time="2026-03-01T10:00:00Z" level=error'],
  ['time="2027-11-25T12:24:17.123456789Z" level=error', 'time="2026-03-01T10:00:00.123456789Z" level=error'],
])('%s', (text, neutral) => {
  expect(makeNeutral(text, [])).toBe(neutral);
});

test('what names the machine is not recorded', () => {
  expect(() => makeNeutral('Welcome to build-7', ['build-7'])).toThrow('build-7');
});
