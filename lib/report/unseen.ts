/** Control (but tab), bidirectional, zero-width and tag characters: shown as marks, so that what is seen is what is there. */
const unseen = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|[\uFE00-\uFE0F]/gu;

/** A stretch of text as it is shown; `mark` where it stands for a character that cannot be seen. */
export interface Shown {
  readonly text: string;
  readonly mark: boolean;
}

/** Splits a text into what can be shown as it is and marks like `⟨U+202E⟩`. */
export function showUnseen(text: string): Shown[] {
  const shown: Shown[] = [];
  let from = 0;
  for (const match of text.matchAll(unseen)) {
    if (match.index > from) shown.push({ text: text.slice(from, match.index), mark: false });
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    shown.push({ text: `⟨U+${code}⟩`, mark: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) shown.push({ text: text.slice(from), mark: false });
  return shown;
}
