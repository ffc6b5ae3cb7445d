import type { MessagePort } from 'node:worker_threads';
import type { z } from 'zod';
import { attemptOptions, caseOptions, jsonEvidence } from '../contract/schemas';
import { readLimits } from '../intake/limits';
import { NothingReadable, readEvidence, TooMuch, type PassedFile, type SentFile, type Taken } from '../intake/read-evidence';
import { Marks } from '../redaction/masking';
import { firstIssue } from './issue';
import { fitting, parseJson } from './json-body';
import type { LargeBody } from './large-body';
import { maskedText } from './masked-text';
import { Problem } from './problem';
import { says } from './problem-words';
import { readLargeBody } from './read-large-body';
import type { Received } from './receive';

/** The options of a call, by what it makes. */
interface Options {
  readonly case: z.output<typeof caseOptions>;
  readonly attempt: z.output<typeof attemptOptions>;
}
export type Form = keyof Options;
export type OptionsOf<Of extends Form> = Options[Of];
const forms: { readonly [Of in Form]: z.ZodType<Options[Of]> } = { case: caseOptions, attempt: attemptOptions };

/** What came with a request, read: the documents, and the options of the call. */
export interface SentEvidence<Of extends Form> {
  readonly documents: readonly Taken[];
  readonly options: OptionsOf<Of>;
}

/** What a worker is given of a request: a large body comes through a port. */
export type Handed = Exclude<Received, { readonly large: LargeBody }> | { readonly port: MessagePort };

/** Reads what was received; large logs are masked by `marks` as they come where they are to be stored. Throws a Problem. */
export async function readReceived<Of extends Form>(received: Handed, form: Of, stored = false, marks = new Marks()): Promise<SentEvidence<Of>> {
  const { files, options: given } = 'json' in received ? filesOfJson(received.json) : 'port' in received ? await readLargeBody(received.port, stored, marks) : received;
  const options = checked(given, form);
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
function masked(file: SentFile | PassedFile): SentFile | PassedFile {
  return { ...file, name: file.name === undefined ? undefined : maskedText(file.name) };
}

function filesOfJson(body: Uint8Array) {
  const { data, error } = jsonEvidence.safeParse(parseJson(new TextDecoder().decode(body)));
  if (!data) throw new Problem(400, says('malformedBody', { issue: firstIssue(error) }));
  const { files, ...options } = data;
  return { files: files.map(({ name, content }) => ({ name, bytes: Buffer.from(content) })), options };
}

function checked<Of extends Form>(options: Readonly<Record<string, unknown>>, form: Of): OptionsOf<Of> {
  // A form sends an empty field where nothing was chosen.
  const filled = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== '' && value !== undefined));
  return fitting(forms[form], filled);
}
