/** Text as every database takes it: PostgreSQL has no NUL in a text. */
export function plainText(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}
