/** A line that stands for lines which were left out of a large text (see `lib/excerpt`): the lines below keep their numbers. */
export function gapLine(lines: number): string {
  return `⟦… ${lines} lines left out …⟧`;
}

const gap = /^⟦… (\d{1,9}) lines left out …⟧$/;

/** How many lines a line stands for; undefined for every other line. */
export function linesLeftOut(line: string): number | undefined {
  const count = gap.exec(line)?.[1];
  return count === undefined ? undefined : Number(count);
}

/** Does a text leave lines out anywhere? Cheap: most texts hold no such bracket. */
export function hasGaps(text: string): boolean {
  return text.includes('⟦… ');
}
