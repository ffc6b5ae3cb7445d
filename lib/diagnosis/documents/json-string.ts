const escapes: Readonly<Record<string, string>> = {
  '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t',
};

/**
 * The value of a string's inside; `wrong` is the offset of the first escape or control character that JSON has not.
 * What is wrong is kept as it stands; half a surrogate pair becomes U+FFFD, as in Go.
 */
export function decodeString(raw: string): { value: string; wrong?: number } {
  // JSON forbids bare control characters in a string (RFC 8259, 7).
  const control = raw.search(/[\u0000-\u001f]/);
  if (control < 0 && !raw.includes('\\')) return { value: raw };
  let wrong = control < 0 ? undefined : control;
  const decoded = raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^])|$)/g, (whole, hex: string | undefined, one: string | undefined, at: number) => {
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    const known = one === undefined || !Object.hasOwn(escapes, one) ? undefined : escapes[one];
    if (known === undefined) wrong = Math.min(wrong ?? at, at);
    return known ?? whole;
  });
  const value = decoded.replace(/\p{Surrogate}/gu, '\uFFFD');
  return wrong === undefined ? { value } : { value, wrong };
}
