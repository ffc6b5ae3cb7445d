import { randomUUID } from 'node:crypto';
import { ObjectGone, StorageBusy, StorageFull, StorageUnreachable } from '../cases/storage-error';
import { Problem, problemResponse } from './problem';
import { log } from '../log.mjs';
import { says } from './problem-words';
import { harmlessJson } from '../report/harmless-json';
import { requireKnown } from './guessing';
import { limitRate } from './rate-limit';
import { refuseOtherSites } from './same-origin';
import { languageOf } from './stored-case';

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

const ofOneCase = /^\/api\/cases\/([^/]+)/;

/**
 * Wraps a route's handler: what it throws becomes a problem. An error that nobody foresaw is logged with an id and
 * without any evidence, and answered with that id alone; the process goes on.
 */
export function answering<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      refuseOtherSites(request);
      if (request.method === 'GET' || request.method === 'HEAD') await limitRate(request, 'read');
      const id = ofOneCase.exec(new URL(request.url).pathname)?.[1];
      if (id !== undefined) await requireKnown(request, id);
      return await handler(request, context);
    } catch (error) {
      return problemResponse(asProblem(error, request), languageOf(request));
    }
  };
}

function asProblem(error: unknown, request: Request): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StorageBusy) return new Problem(503, says('busy'), { 'Retry-After': '5' });
  if (error instanceof StorageUnreachable) return new Problem(503, says('unreachable'), { 'Retry-After': '5' });
  if (error instanceof ObjectGone) return new Problem(410, says('objectGone'));
  if (error instanceof StorageFull) return new Problem(507, says('full'));
  const id = request.headers.get('x-request-id') ?? randomUUID();
  const stack = error instanceof Error ? (error.stack ?? error.name).split('\n').slice(1).join('\n') : '';
  log.error({ request: id, error: error instanceof Error ? error.name : typeof error, stack }, 'failed');
  return new Problem(500, says('unforeseen', { id }));
}

/** The answer to methods that a route does not have. */
export function notAllowed(...allowed: readonly string[]) {
  return (request: Request) => problemResponse(new Problem(405, says('otherMethod', { allowed: allowed.join(', ') }), { Allow: allowed.join(', ') }), languageOf(request));
}

/** JSON that is harmless wherever it is put, printed or read. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(harmlessJson(value), { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } });
}
