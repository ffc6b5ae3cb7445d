import { expect, test, vi } from 'vitest';
import { diagnoseEvidence } from './diagnose-evidence';

vi.mock('../redaction/redact', () => ({
  redact: () => {
    throw new Error('masking failed');
  },
}));

test('what could not be masked is not diagnosed either: the error goes on', () => {
  for (const stored of [true, false]) expect(() => diagnoseEvidence([{ name: 'a', bytes: 1, text: 'x' }], stored)).toThrow('masking failed');
});
