import type { MessageRow } from './message';
import { runc } from './runc';

/** Every message that is known, by program. */
export const messageRows: readonly MessageRow[] = [...runc];
