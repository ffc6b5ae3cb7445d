import type { Taken } from '../intake/read-evidence';
import { diagnoseEvidence, type Diagnosed } from './diagnose-evidence';

export interface Task {
  readonly documents: readonly Taken[];
  /** The masked texts are to be kept. */
  readonly stored: boolean;
}

/** What a worker does: the entry of the bundle that scripts/prepare.mjs makes. */
export default function work({ documents, stored }: Task): Diagnosed {
  return diagnoseEvidence(documents, stored);
}
