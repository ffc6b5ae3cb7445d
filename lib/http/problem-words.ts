import { inLanguages, type HoleValues, type Language } from '../diagnosis/sentence';
import { zh } from './problem-words.zh';

/** What an answer says that is no success: the titles of statuses, and what is wrong and what to do. */
export const problemWords = inLanguages({
  en: {
    'title-400': 'The request is malformed',
    'title-403': 'Not allowed',
    'title-404': 'Not found',
    'title-405': 'Method not allowed',
    'title-408': 'Too slow',
    'title-409': 'Encrypted',
    'title-410': 'Gone',
    'title-413': 'Too large',
    'title-415': 'Unknown content type',
    'title-422': 'Nothing readable',
    'title-429': 'Too many requests',
    'title-500': 'Internal error',
    'title-503': 'Busy',
    'title-507': 'No room',

    // what is not there
    nothingHere: 'There is nothing at this address.',
    noCase: 'There is no case at this address.',
    gone: 'This case was deleted or has expired. Nothing of it is kept.',
    noAttempt: 'The case has no attempt of this number.',
    objectGone: 'The text of this document is no longer in the storage of large documents. The report is.',
    noDocument: 'The case holds no document of this name.',
    noCause: 'No cause has this id. /api/causes lists them all.',
    nearestCauses: 'No cause has this id. Nearest: {near}. /api/causes lists them all.',
    encrypted: 'This case is encrypted: only who has the whole link, with the key after #, can read it, in a browser. The server cannot, and neither adds to it nor exports it.',
    notEncrypted: 'This case is not encrypted: it has no envelope.',
    otherMethod: 'This address answers {allowed}.',

    // who may
    notManager: 'Send the manage token of this case as Authorization: Bearer. The link alone lets nobody change it.',
    locked: 'This case has a password. Send it as X-Case-Password, or open its page and type it there.',
    wrongPassword: 'This is not the password of the case.',
    otherSite: 'This request came from another site.',
    tooOften: 'This was asked for more than {points} times in {seconds} seconds. Come again in {wait} seconds.',

    // what was sent
    twice: '{name} stands more than once.',
    issue: '{issue}',
    malformedBody: 'The body does not fit: {issue}',
    malformedRequest: 'The request does not fit: {issue}',
    noJson: 'The body is not valid JSON. To send a config.json itself, use multipart/form-data or text/plain.',
    sendJson: 'Send application/json.',
    sendEnvelope: 'Send the envelope of an encrypted case as application/octet-stream.',
    sendForm: 'Send the form of the page.',
    noContentType: 'The request has no content type. Send multipart/form-data with files, application/json with a list of files, or text/plain.',
    unknownContentType: 'This content type is not understood. Send multipart/form-data with files, application/json with a list of files, or text/plain.',
    unknownEncoding: 'The content encoding {encoding} is not understood. Send the body as it is, or by gzip.',
    wrongEncoding: 'The body ended early, or is not what its content encoding says.',
    noBoundary: 'The multipart body has no usable boundary.',
    malformedMultipart: 'The multipart body is malformed, or ended early.',
    manyFields: 'The form has more fields than are understood.',
    endedEarly: 'The body ended early.',
    nothingReadable: '{why}',
    weakKey: 'An Idempotency-Key has 16 to 128 characters that nobody guesses: a random UUID fits.',
    usedKey: 'This Idempotency-Key came before with other evidence. Take a new key for a new case.',

    // how much
    documents: '{count} documents were sent; the limit is {limit}. Send an archive, or the ones that matter.',
    moreDocuments: 'More than {limit} documents were sent. Send an archive, or the ones that matter.',
    tooLarge: 'The request is larger than {limit} bytes. Send the end of the log: the cause stands there.',
    tooLargeWhole: 'What is no log is read up to {limit} bytes. Send the part that matters.',
    tooMuch: '{why}',
    caseTooLarge: 'With what the case holds already this would be {total} bytes; the limit is {limit}. Open a new case.',
    attempts: 'The case has {limit} attempts, which is the limit. Open a new case.',
    longQuery: 'q is longer than {limit} characters. Send a longer text to POST /api/diagnose.',

    // what did not work out
    otherAttempts: 'Others are adding attempts to this case. Nothing was stored; send the same again.',
    manyBodies: 'Too much is being sent at once. Nothing was kept; send the same again.',
    tooSlow: 'The body came too slowly. Nothing was kept.',
    queueFull: 'Too many diagnoses are waiting. Nothing was kept; send the same again, or diagnose it in the browser.',
    unfinished: 'Checking took too long, so nothing was stored. Send the end of the log: the cause stands there.',
    busy: 'The store is busy. Nothing was stored; send the same again.',
    unreachable: 'The store cannot be reached for the moment. Send the same again; with an Idempotency-Key no case is opened twice.',
    full: 'There is no room to store the case. Nothing was stored; /api/diagnose still answers.',
    unforeseen: 'Something went wrong on our side. Tell us this id: {id}',
  },
  zh,
});

type Table = (typeof problemWords)['en'];
export type ProblemWord = keyof Table;

/** A value that reads otherwise in each language. */
export type InEach = Readonly<Record<Language, string>>;

/** One text of the table, with what fills its holes. */
export interface ProblemText {
  readonly key: ProblemWord;
  readonly values: Readonly<Record<string, string | number | InEach>>;
}

/** Names a text; the compiler asks for a value for each of its holes. */
export function says<K extends ProblemWord>(key: K, ...values: HoleValues<Table[K], string | number | InEach>): ProblemText {
  return { key, values: values[0] ?? {} };
}
