import { positionAt, type Span } from '../documents/document';
import type { Place } from './picture';

/** Where a span begins. */
export function placeOf({ document, start }: Span): Place {
  return { document: document.name, line: positionAt(document, start).line };
}
