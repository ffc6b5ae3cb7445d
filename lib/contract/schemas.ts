import { z } from 'zod';
import { causeIds } from '../diagnosis/cause-ids';
import { languages } from '../diagnosis/sentence';
import { steps } from '../diagnosis/steps';
import { isEnvelope } from './envelope';
import { pictures } from './picture-schemas';

/** Evidence as JSON; what stands beside the files is held against the options of the call. */
export const jsonEvidence = z.looseObject({
  files: z.array(z.strictObject({ name: z.string().max(4096).optional(), content: z.string() })),
});

const password = z.string().min(8, 'A password has 8 characters at least.').max(200, 'A password has 200 characters at most.');

/** What describes a case, from JSON or from form fields. Unknown members are refused: a slip in a name is told, not swallowed. */
export const caseOptions = z.strictObject({
  title: z.string().max(200, 'The title is longer than 200 characters.').default(''),
  note: z.string().max(10_000, 'The note is longer than 10,000 characters.').default(''),
  expiresIn: z.coerce.number('expiresIn must be a number of seconds.').int('expiresIn must be whole seconds.').positive('expiresIn must be positive.').optional(),
  password: password.optional(),
});

/** What stands beside the envelope of an encrypted case; what describes it stands inside. */
export const encryptedCaseOptions = caseOptions.pick({ expiresIn: true }).strict();

/** An envelope as it is sent. */
export const envelopeBytes = z.instanceof(Uint8Array<ArrayBuffer>).refine(isEnvelope, 'This is no envelope of version 1.');

/** What an attempt follows: an answered ask, or a repair. */
export const attemptOptions = z.strictObject({
  after: z.enum(['evidence', 'fix'], 'after must be "evidence" (more about the same failure) or "fix" (a repair was applied).'),
});

/** What who holds the manage token may change. */
export const caseChanges = z
  .strictObject({
    title: z.string().max(200, 'The title is longer than 200 characters.').optional(),
    status: z.enum(['open', 'resolved'], 'status must be "open" or "resolved".').optional(),
    password: password.nullable().optional(),
    expiresIn: z.number('expiresIn must be a number of seconds.').int('expiresIn must be whole seconds.').positive('expiresIn must be positive.').optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'Nothing is to be changed.');

/** So many lines of a document are given at once. */
const mostLines = 10_000;

/** What a query may hold. */
export const query = z.object({
  from: z.coerce.number('from must be a number.').int('from must be whole.').positive('Lines count from 1.').max(2 ** 31).optional(),
  count: z.coerce.number('count must be a number.').int('count must be whole.').positive('count must be positive.').max(mostLines, `count is ${mostLines} at most.`).optional(),
  find: z.string().min(1, 'find needs a text.').max(200, 'find is longer than 200 characters.').optional(),
  attempt: z.coerce.number('attempt must be a number.').int('attempt must be whole.').positive('attempt counts from 1.').max(50).optional(),
  lang: z.string().max(35).optional(),
});

const cause = z.enum(causeIds as [(typeof causeIds)[number], ...(typeof causeIds)[number][]]);
const step = z.enum(steps);

const evidence = z.object({
  document: z.string(),
  startLine: z.number().int().positive(),
  startColumn: z.number().int().positive(),
  endLine: z.number().int().positive(),
  endColumn: z.number().int().positive(),
  pointer: z.string().optional(),
  quote: z.string().min(1),
  says: z.string(),
});

const patchOperation = z.union([
  z.object({ op: z.enum(['add', 'replace']), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string() }),
]);

const fix = z.object({
  title: z.string(),
  risk: z.enum(['safe', 'review', 'destructive']),
  document: z.string().optional(),
  patch: z.array(patchOperation),
  edits: z.array(
    z.object({ startLine: z.number(), startColumn: z.number(), endLine: z.number(), endColumn: z.number(), text: z.string() }),
  ),
  commands: z.array(z.string()),
  undo: z.array(z.string()),
  verify: z.array(z.string()),
  lowersIsolation: z.boolean(),
  costs: z.string(),
  notes: z.array(z.string()),
});

const confidence = z.enum(['certain', 'likely', 'possible']);

const finding = z.object({
  cause,
  role: z.enum(['root-cause', 'contributing', 'alternative', 'advice']),
  confidence,
  because: z.string(),
  title: z.string(),
  explanation: z.string(),
  evidence: z.array(evidence),
  fixes: z.array(fix),
  references: z.array(z.object({ title: z.string(), url: z.string() })),
});

const ask = z.object({ what: z.string(), command: z.string(), tells: z.array(cause) });

/** The Report as it is served; `schemas.test.ts` holds it equal to `RenderedReport`. */
export const report = z.object({
  engineVersion: z.string(),
  verdict: z.enum(['diagnosed', 'healthy', 'unrelated', 'unknown']),
  started: z.boolean().nullable(),
  summary: z.string(),
  documents: z.array(
    z.object({ name: z.string(), kind: z.string(), bytes: z.number(), lines: z.number(), refused: z.string().optional() }),
  ),
  reached: z.object({ step, passed: z.array(z.object({ step, evidence: z.array(evidence) })) }).nullable(),
  unrecognised: z.array(evidence),
  ruledOut: z.array(z.object({ cause, because: z.string(), evidence: z.array(evidence) })),
  asks: z.array(ask),
  limits: z.array(z.string()),
  findings: z.array(finding),
  warnings: z.array(evidence).optional(),
  next: z.object({ cured: z.boolean().nullable(), findings: z.array(z.object({ cause, confidence, title: z.string(), explanation: z.string() })), asks: z.array(ask) }).optional(),
  heardVersions: z.array(z.object({ program: z.string(), range: z.string(), evidence })).optional(),
  pictures: pictures.optional(),
});

/** Languages of `?lang=`. */
export const language = z.enum(languages);
