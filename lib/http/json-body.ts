import type { z } from 'zod';
import { readBody } from './counted-body';
import { mediaType } from './media-type';
import { firstIssue } from './issue';
import { Problem } from './problem';
import { says } from './problem-words';

/** Reads a body of JSON that fits a schema. Throws a Problem. */
export async function jsonBody<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  if (mediaType(request) !== 'application/json') throw new Problem(415, says('sendJson'));
  return fitting(schema, parseJson((await readBody(request)).toString('utf8')));
}

/** What a schema makes of a value of a request. Throws a Problem where it does not fit. */
export function fitting<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Problem(400, says('malformedRequest', { issue: firstIssue(parsed.error) }));
  return parsed.data;
}

/** Any JSON. Throws a Problem where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, says('noJson'));
  }
}
