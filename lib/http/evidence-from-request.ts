import type { z } from 'zod';
import { jsonEvidence } from '../contract/schemas';
import { readLimits } from '../intake/limits';
import { NothingReadable, readEvidence, TooMuch, type SentFile, type Taken } from '../intake/read-evidence';
import { readBody } from './counted-body';
import { firstIssue, parseJson } from './json-body';
import { maskedText } from './masked-text';
import { readMultipart } from './multipart';
import { Problem } from './problem';
import { says } from './problem-words';

/** What came with a request: the documents, and the options of the call. */
export interface SentEvidence<Options> {
  readonly documents: readonly Taken[];
  readonly options: Options;
}

/** Reads evidence in each of the three forms of the contract; a text body has its options in the query. Throws a Problem. */
export async function evidenceFromRequest<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<SentEvidence<z.output<Schema>>> {
  const sent = await readFiles(request);
  const options = checked(sent.options, schema);
  const { files } = sent;
  const { documents: limit } = readLimits();
  if (files.length > limit) throw new Problem(413, says('documents', { count: files.length, limit }));
  try {
    return { documents: await readEvidence(files.map(masked)), options };
  } catch (error) {
    if (error instanceof NothingReadable) throw new Problem(422, says('nothingReadable', { why: error.message }));
    if (error instanceof TooMuch) throw new Problem(413, says('tooMuch', { why: error.message }));
    throw error;
  }
}

/** A name is shown as it is, so it is masked before anything else sees it. */
function masked({ name, bytes }: SentFile): SentFile {
  return { name: name === undefined ? undefined : maskedText(name), bytes };
}

/** Options that a text body may have in the query. */
const inQuery = new Set(['title', 'note', 'expiresIn', 'after']);

interface Sent {
  readonly files: readonly SentFile[];
  readonly options: Readonly<Record<string, unknown>>;
}

async function readFiles(request: Request): Promise<Sent> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') {
    const { files, fields } = await readMultipart(request);
    return { files, options: Object.fromEntries(fields) };
  }
  if (type === 'application/json') return readJsonBody(await readBody(request));
  if (type === 'text/plain') {
    const body = await readBody(request);
    const { searchParams } = new URL(request.url);
    const options = Object.fromEntries([...searchParams].filter(([name]) => inQuery.has(name)));
    return { files: body.length > 0 ? [{ name: undefined, bytes: body }] : [], options };
  }
  throw new Problem(415, says(type === '' ? 'noContentType' : 'unknownContentType'));
}

function readJsonBody(body: Buffer): Sent {
  const { data, error } = jsonEvidence.safeParse(parseJson(body.toString('utf8')));
  if (!data) throw new Problem(400, says('malformedBody', { issue: firstIssue(error) }));
  const { files, ...options } = data;
  return { files: files.map(({ name, content }) => ({ name, bytes: Buffer.from(content) })), options };
}

function checked<Schema extends z.ZodType>(options: Readonly<Record<string, unknown>>, schema: Schema): z.output<Schema> {
  // A form sends an empty field where nothing was chosen.
  const filled = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== '' && value !== undefined));
  const parsed = schema.safeParse(filled);
  if (!parsed.success) throw new Problem(400, says('malformedRequest', { issue: firstIssue(parsed.error) }));
  return parsed.data;
}
