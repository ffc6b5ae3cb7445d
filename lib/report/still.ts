/** C0 and C1 controls but the line break, bidirectional and zero-width characters. */
const moving = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text that may be printed on a terminal: no line of the evidence moves its cursor, sets its title or its clipboard. */
export function still(text: string): string {
  return text.replace(moving, (one) => (one === '\n' ? one : `<U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`));
}
