export const dynamic = 'force-dynamic';

/** Half a year, in milliseconds: RFC 9116 wants an end within a year, after which the contact is asked for anew. */
const halfYear = 182 * 24 * 60 * 60 * 1000;

/** Whom to tell of a hole in this installation (RFC 9116): SECURITY_CONTACT names the address; without one there is no such file. */
export function GET(): Response {
  const contact = process.env.SECURITY_CONTACT ?? '';
  if (!/^(?:https|mailto):[^\s]+$/.test(contact)) return new Response('This installation names no contact (SECURITY_CONTACT).\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  const lines = [`Contact: ${contact}`, `Expires: ${new Date(Date.now() + halfYear).toISOString()}`, 'Preferred-Languages: en'];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
