/**
 * Characters that are not seen and could part a secret in two: escape sequences of terminals (ECMA-48 CSI, OSC and
 * others), control characters, soft hyphens, zero-width characters and direction marks.
 */
const unseen = /\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]?|\x1b\][^\x07\x1b\n]{0,2048}(?:\x07|\x1b\\)?|\x1b[ -~]?|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]|\u{e0000}|[\u{e0020}-\u{e007f}]/gu;

/** How any of these begins. Most texts hold none, and without the flag `u` that is known several times sooner. */
const mayBeUnseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\udb40]/;

/** A text as it is read, and where each of its offsets stands in the text as it was written. */
export interface Undressed {
  readonly text: string;
  /** The offset in the written text of an offset in the read one; both count UTF-16 units. */
  readonly written: (offset: number) => number;
}

/** Takes away what is not seen, so that nothing hides a secret from a pattern. */
export function undress(text: string): Undressed {
  if (!mayBeUnseen.test(text)) return { text, written: (offset) => offset };
  const seams: { readonly read: number; readonly dropped: number }[] = [];
  let dropped = 0;
  const read = text.replace(unseen, (found, at: number) => {
    dropped += found.length;
    seams.push({ read: at + found.length - dropped, dropped });
    return '';
  });
  if (seams.length === 0) return { text, written: (offset) => offset };
  return {
    text: read,
    written(offset) {
      // The last seam at or before the offset: everything dropped until there lies before it.
      let [low, high] = [0, seams.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((seams[middle]?.read ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + (seams[low - 1]?.dropped ?? 0);
    },
  };
}
