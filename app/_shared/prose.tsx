import { EvidenceText } from './evidence-text';

/** A rendered sentence: what stands in backquotes is code, and may hold the user's values. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, index, all) =>
    index % 2 === 1 && index < all.length - 1 ? (
      <code key={index} className="inline-code">
        <EvidenceText text={part} />
      </code>
    ) : (
      <EvidenceText key={index} text={part} />
    ),
  );
}
