import { showUnseen } from './unseen';

/**
 * A text that may be printed on a terminal or copied: what cannot be seen stands as marks like `⟨U+202E⟩`, so that what is
 * read is what is there, and no line of the evidence moves a cursor, or sets a title or a clipboard.
 */
export function still(text: string): string {
  return text
    .split('\n')
    .map((line) => showUnseen(line).map((piece) => piece.text).join(''))
    .join('\n');
}
