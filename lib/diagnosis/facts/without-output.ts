import type { Region } from '../documents/region';

/** Commands below which the next one stands, or nothing but blank lines before it: they printed nothing. */
export function withoutOutput(regions: readonly Region[]): Region[] {
  return regions.filter((region, index) => {
    if (!region.command || region.start > region.command.span.start || region.end < region.command.span.end) return false;
    const [next, later] = [regions[index + 1], regions[index + 2]];
    const isBlank = next?.command === region.command && next.document.text.slice(next.start, next.end).trim() === '';
    const after = isBlank ? later : next;
    return after?.document === region.document && after.command !== undefined && after.command !== region.command;
  });
}
