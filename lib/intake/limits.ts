import { fromEnvironment } from '../environment';

/** The limits in force (contract.md); each can be set by an environment variable. Bytes, counts, characters. */
export interface Limits {
  /** A request body, as sent and unpacked: MAX_UPLOAD_BYTES. */
  readonly uploadBytes: number;
  /** What is read whole: JSON, archives as sent and unpacked, texts that are no logs. A log is read as it comes: MAX_WHOLE_BYTES. */
  readonly wholeBytes: number;
  /** What is stored of one log; of a longer one its lines that matter: MAX_DOCUMENT_BYTES. */
  readonly documentBytes: number;
  /** Bodies of all requests that are held in memory at once: MAX_HELD_BYTES. */
  readonly heldBytes: number;
  /** Documents in one request: MAX_DOCUMENTS. */
  readonly documents: number;
  /** Members of one archive: MAX_ARCHIVE_MEMBERS. */
  readonly archiveMembers: number;
  /** A document's name as it is shown. */
  readonly nameCharacters: number;
  /** Diagnoses that may wait for a worker: MAX_WAITING. */
  readonly waiting: number;
  /** What one diagnosis may take, in seconds: MAX_DIAGNOSIS_SECONDS. */
  readonly diagnosisSeconds: number;
  readonly titleCharacters: number;
  readonly noteCharacters: number;
}

/** Reads the limits; cheap enough for every request, so that a test may change them. */
export function readLimits(): Limits {
  return {
    uploadBytes: fromEnvironment('MAX_UPLOAD_BYTES', 32 * 1024 * 1024),
    wholeBytes: fromEnvironment('MAX_WHOLE_BYTES', 32 * 1024 * 1024),
    documentBytes: fromEnvironment('MAX_DOCUMENT_BYTES', 10 * 1024 * 1024),
    heldBytes: fromEnvironment('MAX_HELD_BYTES', 256 * 1024 * 1024),
    documents: fromEnvironment('MAX_DOCUMENTS', 20),
    archiveMembers: fromEnvironment('MAX_ARCHIVE_MEMBERS', 200),
    waiting: fromEnvironment('MAX_WAITING', 64),
    diagnosisSeconds: fromEnvironment('MAX_DIAGNOSIS_SECONDS', 20),
    nameCharacters: 120,
    titleCharacters: 200,
    noteCharacters: 10_000,
  };
}

/** What a client may do only so often; the word is also the name of the limit in a 429 answer. */
export type Rate = 'create' | 'stored' | 'diagnose' | 'read' | 'manage' | 'unknown-case' | 'password' | 'password-of-case';

/**
 * How often in how many seconds, by client. A team behind one address shares it, so creating is given more than one person
 * needs. CREATE_PER_HOUR, DIAGNOSE_PER_HOUR, READ_PER_10_MINUTES, MANAGE_PER_10_MINUTES, UNKNOWN_PER_10_MINUTES, PASSWORDS_PER_HOUR;
 * STORED_KIBIBYTES_PER_DAY counts the text that a client stores.
 */
export function readRates(): Readonly<Record<Rate, { readonly points: number; readonly seconds: number }>> {
  return {
    create: { points: fromEnvironment('CREATE_PER_HOUR', 240), seconds: 3600 },
    stored: { points: fromEnvironment('STORED_KIBIBYTES_PER_DAY', 2 * 1024 * 1024), seconds: 86_400 },
    diagnose: { points: fromEnvironment('DIAGNOSE_PER_HOUR', 6000), seconds: 3600 },
    read: { points: fromEnvironment('READ_PER_10_MINUTES', 3000), seconds: 600 },
    manage: { points: fromEnvironment('MANAGE_PER_10_MINUTES', 60), seconds: 600 },
    'unknown-case': { points: fromEnvironment('UNKNOWN_PER_10_MINUTES', 40), seconds: 600 },
    password: { points: fromEnvironment('PASSWORDS_PER_HOUR', 10), seconds: 3600 },
    // Of all clients together.
    'password-of-case': { points: 5 * fromEnvironment('PASSWORDS_PER_HOUR', 10), seconds: 3600 },
  };
}
