import { showUnseen } from '../../lib/report/unseen';

/** Evidence as text: characters that cannot be seen, or that would move others, become marks. */
export function EvidenceText({ text }: { text: string }) {
  return showUnseen(text).map((piece, index) =>
    piece.mark ? (
      <span key={index} className="unseen">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
