import type { Change } from '../diagnosis/apply-fix';
import { hasBlank } from '../diagnosis/fixes/patch';

/** Can a change be made as it is, without a value that only the user knows? */
export function isComplete({ patch, edits }: Change): boolean {
  return patch.length + edits.length > 0 && !hasBlank(patch);
}
