import { z } from 'zod';
import { engineVersion } from '../diagnosis/engine-version';
import { attemptOptions, caseChanges, caseOptions, encryptedCaseOptions, language, report } from './schemas';

type Schema = Readonly<Record<string, unknown>>;
interface Answer {
  readonly said: string;
  readonly type?: string;
  readonly schema?: Schema;
}

/** The dialect is said once, by the version of OpenAPI. */
const json = (schema: z.ZodType): Schema =>
  Object.fromEntries(Object.entries(z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any' })).filter(([name]) => name !== '$schema'));
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text: Schema = { type: 'string' };
const common = { id: text, url: text };

const problems: Readonly<Record<number, string>> = {
  400: 'Malformed request', 403: 'Not allowed', 404: 'Nothing at this address', 405: 'Method not allowed', 409: 'The case is encrypted', 410: 'Deleted or expired', 413: 'Over a limit',
  415: 'Unknown content type', 422: 'Nothing readable', 429: 'Too many requests; Retry-After tells when', 503: 'Shedding load', 507: 'No room to store',
};

const parameter = (place: 'path' | 'query', name: string, description: string, schema: Schema = text) => ({ in: place, name, required: place === 'path', description, schema });
const id = parameter('path', 'id', 'The id of a case');
const lang = parameter('query', 'lang', 'The language of the texts; else Accept-Language decides', json(language));
const attempt = parameter('query', 'attempt', 'The number of an attempt; the latest without it', { type: 'integer', minimum: 1, maximum: 50 });

const window = [
  parameter('query', 'from', 'The first line, from 1 on, as they are stored: a line for others that were left out counts as one', { type: 'integer', minimum: 1 }),
  parameter('query', 'count', 'How many lines; 1,000 without it', { type: 'integer', minimum: 1, maximum: 10_000 }),
  parameter('query', 'find', 'In place of a text the lines that hold this one, without regard to case', { type: 'string', minLength: 1, maxLength: 200 }),
];

/** Evidence in its three forms; `options` stand beside the files, or in the query of a text body. */
function evidence(options: z.ZodType) {
  const files = { type: 'array', items: { type: 'object', required: ['content'], properties: { name: text, content: text } } };
  return {
    required: true,
    content: {
      'multipart/form-data': { schema: { allOf: [json(options), { type: 'object', properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } } }] } },
      'application/json': { schema: { allOf: [json(options), { type: 'object', required: ['files'], properties: { files } }] } },
      'text/plain': { schema: text },
    },
  };
}

function operation(summary: string, answers: Readonly<Record<number, Answer>>, failures: readonly number[], rest: Readonly<Record<string, unknown>> = {}) {
  const good = Object.entries(answers).map(([status, { said, type = 'application/json', schema }]) => [status, { description: said, ...(schema ? { content: { [type]: { schema } } } : {}) }]);
  const bad = [...failures, 405, 429].map((status) => [String(status), { description: problems[status] ?? '', content: { 'application/problem+json': { schema: ref('Problem') } } }]);
  return { summary, ...rest, responses: Object.fromEntries([...good, ...bad]) };
}

const ofCase = [404, 410];
/** Of what needs the text of a case. */
const ofReadable = [404, 409, 410];
const taken = [400, 413, 415, 422, 503];
const managed = { security: [{ manageToken: [] }] };
const causes: Schema = { type: 'array', items: ref('Cause') };

/** The API as OpenAPI 3.1, built from the schemas that requests and answers are held against. */
export function openApi() {
  return {
    openapi: '3.1.0',
    info: { title: 'Userns Doctor', version: engineVersion, description: 'Why a container does not start in a user namespace: the cause proved, the repair in hand.' },
    paths: {
      '/api/diagnose': { post: operation('Diagnose evidence; nothing is stored', { 200: { said: 'The report', schema: ref('Report') } }, taken, { parameters: [lang], requestBody: evidence(caseOptions) }) },
      '/api/cases': { post: operation('Store evidence and its report as a case', { 201: { said: 'The case, with its manage token, which is shown once', schema: ref('OpenedCase') } }, [...taken, 507], { parameters: [lang], requestBody: evidence(caseOptions) }) },
      '/api/encrypted-cases': {
        post: operation('Store what a browser encrypted as a case; the key is never sent', { 201: { said: 'The case, with its manage token, which is shown once', schema: ref('OpenedEncryptedCase') } }, [400, 413, 415, 503, 507], {
          parameters: [parameter('query', 'expiresIn', 'How long it is kept, in seconds', json(encryptedCaseOptions.shape.expiresIn))],
          requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary', description: 'An envelope, as SECURITY.md describes it' } } } },
        }),
      },
      '/api/cases/{id}/envelope': { get: operation('The envelope of an encrypted case', { 200: { said: 'What the browser sent', type: 'application/octet-stream', schema: { type: 'string', format: 'binary' } } }, ofCase, { parameters: [id] }) },
      '/api/cases/{id}': {
        get: operation('Read a case with every attempt', { 200: { said: 'The case', schema: ref('Case') } }, ofCase, { parameters: [id, lang] }),
        patch: operation('Change title, status or expiry', { 200: { said: 'The case', schema: ref('Case') } }, [400, 403, ...ofReadable, 415], { ...managed, parameters: [id], requestBody: { required: true, content: { 'application/json': { schema: json(caseChanges) } } } }),
        delete: operation('Delete a case for good', { 204: { said: 'Deleted' } }, [403, ...ofCase], { ...managed, parameters: [id] }),
      },
      '/api/cases/{id}/attempts': { post: operation('Add an attempt: more evidence, or a start after a repair', { 201: { said: 'The attempt, and what it changed', schema: ref('AddedAttempt') } }, [...taken, ...ofReadable, 507], { parameters: [id, lang], requestBody: evidence(attemptOptions) }) },
      '/api/cases/{id}/link': { post: operation('Give the case a new link; the old one is gone', { 201: { said: 'The new id and address', schema: { type: 'object', required: ['id', 'url'], properties: common } } }, [403, ...ofCase], { ...managed, parameters: [id] }) },
      '/api/cases/{id}/pass': {
        post: operation('Give the password of a case; a browser gets a pass', { 303: { said: 'To the page of the case' } }, [...ofCase, 415], {
          parameters: [id], requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', required: ['password'], properties: { password: text } } } } },
        }),
      },
      '/api/cases/{id}/report.json': { get: operation('The report of an attempt', { 200: { said: 'The report', schema: ref('Report') } }, [400, ...ofReadable], { parameters: [id, attempt, lang] }) },
      '/api/cases/{id}/report.md': { get: operation('The report as Markdown for an issue tracker', { 200: { said: 'Markdown', type: 'text/markdown', schema: text } }, [400, ...ofReadable], { parameters: [id, attempt, lang] }) },
      '/api/cases/{id}/report.sarif': { get: operation('The report as SARIF 2.1.0', { 200: { said: 'A SARIF log', type: 'application/sarif+json', schema: { type: 'object' } } }, [400, ...ofReadable], { parameters: [id, attempt, lang] }) },
      '/api/cases/{id}/documents/{name}': { get: operation('One stored document, masked; with from or count a window of its lines', { 200: { said: 'Its text; of a window X-Total-Lines tells how many lines there are; with find JSON: `lines`, and `more` where there are more than 10,000', type: 'text/plain', schema: text } }, [400, ...ofReadable], { parameters: [id, parameter('path', 'name', 'The name of a document, percent-encoded'), attempt, ...window] }) },
      '/api/causes': { get: operation('Every cause; with q, those that a pasted line may be about', { 200: { said: 'Causes', schema: { type: 'object', required: ['causes'], properties: { causes } } } }, [413], { parameters: [parameter('query', 'q', 'A pasted line'), lang] }) },
      '/api/causes/{cause}': { get: operation('One cause', { 200: { said: 'The cause', schema: ref('Cause') } }, [404], { parameters: [parameter('path', 'cause', 'The id of a cause'), lang] }) },
      '/api/limits': { get: operation('The limits in force', { 200: { said: 'Limits', schema: { type: 'object' } } }, []) },
      '/api/health': { get: operation('Liveness, with the state of the database', { 200: { said: 'Alive', schema: { type: 'object' } }, 503: { said: 'The database does not answer', schema: { type: 'object' } } }, []) },
      '/api/live': { get: operation('Does the process answer?', { 200: { said: 'Yes', schema: { type: 'object' } } }, []) },
      '/api/ready': { get: operation('Shall requests be sent here?', { 200: { said: 'Yes', schema: { type: 'object' } }, 503: { said: 'Not now: the database does not answer, or the server stops', schema: { type: 'object' } } }, []) },
      '/api/openapi.json': { get: operation('This document', { 200: { said: 'OpenAPI 3.1', schema: { type: 'object' } } }, []) },
    },
    components: {
      securitySchemes: { manageToken: { type: 'http', scheme: 'bearer', description: 'The manage token of the case' } },
      schemas: { Report: json(report), Problem: problem, ...caseSchemas, Cause: { type: 'object', required: ['id', 'name'], properties: { id: text, name: text } } },
    },
  };
}

/** RFC 9457. */
const problem: Schema = { type: 'object', required: ['type', 'title', 'status', 'detail'], properties: { type: text, title: text, status: { type: 'integer' }, detail: text } };

const causeIds: Schema = { type: 'array', items: text };
const caseSchemas = {
  OpenedCase: { type: 'object', required: ['id', 'url', 'manageToken', 'report'], properties: { ...common, manageToken: text, report: ref('Report') } },
  OpenedEncryptedCase: { type: 'object', required: ['id', 'url', 'manageToken'], properties: { ...common, manageToken: text } },
  Case: {
    type: 'object',
    required: ['id', 'url', 'title', 'status', 'createdAt', 'expiresAt', 'attempts'],
    properties: {
      ...common, title: text, status: { enum: ['open', 'resolved'] }, createdAt: { type: 'string', format: 'date-time' }, expiresAt: { type: 'string', format: 'date-time' },
      encrypted: { const: true, description: 'Only who has its key can read it: there are no attempts here, and its envelope is all there is' },
      attempts: { type: 'array', items: { type: 'object', properties: { number: { type: 'integer' }, after: { enum: ['first', 'evidence', 'fix'] }, createdAt: { type: 'string', format: 'date-time' }, report: ref('Report') } } },
    },
  },
  AddedAttempt: { type: 'object', required: ['number', 'report', 'resolved', 'remaining', 'appeared'], properties: { number: { type: 'integer' }, report: ref('Report'), resolved: causeIds, remaining: causeIds, appeared: causeIds } },
};
