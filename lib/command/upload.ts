import { randomUUID } from 'node:crypto';
import type { Language } from '../diagnosis/sentence';
import type { Taken } from '../intake/read-evidence';
import { redact } from '../redaction/redact';
import { still } from '../report/still';
import { exitStatus } from './exit-status';
import { failure } from './failure';

/** A case that a server opened. */
export interface Opened {
  readonly link: string;
  readonly manageToken: string;
}

/** What is waited for, in milliseconds. */
const patience = 120_000;

/**
 * Opens a case on another Userns Doctor. What is sent was masked here, names too. The link is built from the case's id, so
 * that no answer of a server is printed. Throws a Failure (64, 69).
 */
export async function upload(documents: readonly Taken[], address: string, language: Language): Promise<Opened> {
  const base = baseOf(address, language);
  const url = new URL('api/cases', base);
  const form = new FormData();
  const texts = documents.flatMap((one) => ('text' in one ? [{ name: one.name, text: one.text }] : []));
  for (const { name, text } of redact(texts).texts) form.append('files', new Blob([text]), redact([{ name: '', text: name }]).texts[0]?.text ?? 'document');
  const answer = await send(url, form, language);
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw failure(exitStatus.unavailable, language, 'refused', { url: url.href, status: answer.status, why: told(body) });
  const { id, manageToken } = Object(body) as Record<string, unknown>;
  if (!isToken(id) || !isToken(manageToken)) throw failure(exitStatus.unavailable, language, 'noCase', { url: url.href });
  return { link: new URL(`cases/${id}`, base).href, manageToken };
}

function baseOf(address: string, language: Language): URL {
  const base = URL.canParse(address) ? new URL(address.endsWith('/') ? address : `${address}/`) : undefined;
  if (!base || !/^https?:$/.test(base.protocol)) throw failure(exitStatus.usage, language, 'noUrl');
  return base;
}

async function send(url: URL, body: FormData, language: Language): Promise<Response> {
  try {
    // The same key comes with a request that is repeated below us, so that one case is opened.
    return await fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(patience), headers: { 'Idempotency-Key': randomUUID() } });
  } catch (error) {
    const { cause, message } = error as { cause?: { code?: unknown }; message?: unknown };
    throw failure(exitStatus.unavailable, language, 'noServer', { url: url.href, why: String(cause?.code ?? message) });
  }
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{8,64}$/.test(value);
}

/** The detail of a problem (RFC 9457), harmless to print. */
function told(body: unknown): string {
  const { detail } = Object(body) as Record<string, unknown>;
  return typeof detail === 'string' ? still(detail).slice(0, 500) : '';
}
