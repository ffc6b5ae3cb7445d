import { showUnseen } from './unseen';

/** What cannot be seen is shown as marks, so that what is copied is what was seen. */
export function stillLines(text: string): string {
  return text
    .split('\n')
    .map((line) => showUnseen(line).map((piece) => piece.text).join(''))
    .join('\n');
}
