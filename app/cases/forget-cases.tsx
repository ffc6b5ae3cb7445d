'use client';

import { forgetCases } from '../../lib/browser/my-cases';
import { useMyCases } from '../_shared/my-cases-list';

/** Empties the list of this device after a question; the cases themselves stay until they expire. */
export function ForgetCases() {
  const cases = useMyCases();
  const forget = () => {
    if (confirm('Forget all cases on this device? Their links keep working until they expire.')) forgetCases();
  };
  if (!cases || cases.length === 0) return null;
  return (
    <button type="button" className="button" onClick={forget}>
      Forget all on this device
    </button>
  );
}
