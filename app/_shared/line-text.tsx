import { linePieces, shownPart, type Piece, type Stretch } from '../../lib/report/line-pieces';

/** A line of evidence: what was observed underlined, terminal colours kept, what cannot be seen as marks. */
export function LineText({ text, marks, found = [] }: { text: string; marks: readonly Stretch[]; found?: readonly Stretch[] }) {
  const part = shownPart(text.length, (marks[0] ?? found[0])?.start ?? 0);
  return (
    <>
      {part.start > 0 ? '… ' : ''}
      {grouped(linePieces(text, marks, found)).map((pieces, index) =>
        pieces[0]?.marked ? <mark key={index}>{pieces.map(show)}</mark> : pieces.map(show),
      )}
      {part.end < text.length ? ' …' : ''}
    </>
  );
}

/** Neighbours that are evidence stand in one mark. */
function grouped(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && last[0]?.marked === piece.marked) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function show({ text, unseen, found, look }: Piece, index: number): React.ReactNode {
  const classes = [unseen ? 'unseen' : '', found ? 'found' : '', look.colour ? `terminal-${look.colour}` : '', look.bold ? 'font-semibold' : '', look.underline ? 'underline' : ''].filter(Boolean);
  return classes.length > 0 ? (
    <span key={index} className={classes.join(' ')}>
      {text}
    </span>
  ) : (
    text
  );
}
