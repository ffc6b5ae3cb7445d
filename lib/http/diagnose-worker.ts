import type { Taken } from '../intake/read-evidence';
import { diagnoseEvidence, type Diagnosed } from './diagnose-evidence';

/** What a worker does: the entry of the bundle that scripts/prepare.mjs makes. */
export default function work(documents: readonly Taken[]): Diagnosed {
  return diagnoseEvidence(documents);
}
