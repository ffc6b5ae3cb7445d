import type { MessageRow } from './message';

export const runc: readonly MessageRow[] = [
  {
    by: 'runc',
    prints: 'user namespaces enabled, but no uid mappings found',
    symptom: 'id-mappings-missing',
    seen: 'time="2026-11-23T16:18:24Z" level=error msg="runc run failed: user namespaces enabled, but no uid mappings found"',
  },
];
