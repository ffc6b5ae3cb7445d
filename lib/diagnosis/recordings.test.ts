import { expect, test } from 'vitest';
import { readRecordings } from '../examples/testing/recordings';
import { redact } from '../redaction/redact';
import { diagnose } from './diagnose';

/** The evidence of real starts, as `npm run lab -- --record` took it, and what a diagnosis must say of each. */
const recordings = readRecordings();

test('faults of 45 causes are recorded, on runc, crun and containerd, and bundles in which nothing is wrong', () => {
  const causes = new Set(recordings.map(({ expected }) => expected).filter((one) => one !== 'healthy'));
  expect(causes.size).toBeGreaterThanOrEqual(45);
  expect([...new Set(recordings.map(({ runtime }) => runtime.split('-')[0]))].toSorted()).toEqual(['containerd', 'crun', 'runc']);
  expect(new Set(recordings.filter(({ expected }) => expected === 'healthy').map(({ fault }) => fault)).size).toBeGreaterThanOrEqual(14);
});

test.each(recordings)('$fault on $runtime, start $attempt: $expected', ({ expected, files }) => {
  const { verdict, findings } = diagnose(redact(files).texts);
  const root = findings.find(({ role }) => role === 'root-cause');
  expect(root?.cause ?? verdict).toBe(expected);
});
