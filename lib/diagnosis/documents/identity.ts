import type { Span } from './document';
import type { Region } from './region';
import { linesOf } from './region-lines';

/** Who a shell belongs to. */
export interface Identity {
  readonly uid: number;
  readonly name?: string;
  readonly gid: number;
  readonly span: Span;
}

/** Reads the output of `id`. */
export function readIdentity(region: Region): Identity | undefined {
  for (const { text, span } of linesOf(region)) {
    const match = /^uid=(\d{1,10})(?:\(([^)]{0,64})\))? gid=(\d{1,10})/.exec(text.trim());
    if (match) return { uid: Number(match[1]), gid: Number(match[3]), span, ...(match[2] ? { name: match[2] } : {}) };
  }
  return undefined;
}
