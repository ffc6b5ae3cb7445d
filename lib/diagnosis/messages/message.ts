import type { Known, Span } from '../documents/document';
import type { LogLine } from '../documents/log-lines';
import type { Moment } from '../documents/moment';
import type { Step } from '../steps';
import type { Symptom } from '../symptoms';
import { errnoOf, type Errno } from './errno';
import type { HoleName } from './template';

/** The program that prints a message. */
export type Program =
  | 'runc'
  | 'crun'
  | 'youki'
  | 'containerd'
  | 'cri-o'
  | 'kubelet'
  | 'docker'
  | 'podman'
  | 'buildah'
  | 'nerdctl'
  | 'rootlesskit'
  | 'shadow'
  | 'lxc'
  | 'systemd'
  | 'bubblewrap'
  | 'chromium'
  | 'apptainer'
  | 'kind'
  | 'k3s'
  | 'bazel'
  | 'kernel'
  | 'any';

interface Row {
  readonly by: Program;
  /** The program's own words with typed `{holes}`; several where versions differ (`wordings` tells which). See `template.ts`. */
  readonly prints: string | readonly string[];
  /** One real line that holds it; the tests match it against this row. */
  readonly seen: string;
}

/** A message that says that something failed. */
export interface FailureRow extends Row {
  readonly symptom: Symptom;
  /** The errnos with which `{errno}` means this symptom; absent: any. A single one is what stands behind words that print none. */
  readonly errnos?: readonly Errno[];
  /** Says that something failed and not what: counts only where nothing better was said. */
  readonly vague?: true;
  /** The program goes on after it says so: what follows may show that the process runs all the same. */
  readonly goesOn?: true;
}

/** A message that looks like a failure and stops nothing. */
export interface HarmlessRow extends Row {
  readonly harmless: true;
}

/** A message that shows that a step of the start was passed. */
export interface ProgressRow extends Row {
  readonly passed: Step;
}

export type MessageRow = FailureRow | HarmlessRow | ProgressRow;

type Authored<R> = R extends Row ? Omit<R, 'by'> : never;

/** The rows of one program. */
export function rowsBy(by: Program, rows: readonly Authored<MessageRow>[]): readonly MessageRow[] {
  return rows.map((row) => ({ by, ...row }));
}

/** What a row matched in one line. */
export interface Hit<R extends MessageRow = MessageRow> {
  readonly row: R;
  /** The matched stretch, in the document. */
  readonly span: Span;
  readonly values: Readonly<Partial<Record<HoleName, Known<string>>>>;
  readonly line: LogLine;
}

/** A symptom seen in a document, with what the message named. */
export interface Failure {
  readonly symptom: Symptom;
  readonly by: Program;
  /** The row that knew it; absent for an unrecognised line. */
  readonly row?: FailureRow;
  readonly span: Span;
  readonly values: Readonly<Partial<Record<HoleName, Known<string>>>>;
  readonly errno?: Errno;
  /** The whole line, undressed and unquoted, for causes that look for a word around the message. */
  readonly text: string;
  /** When the line was written, as far as its log tells. */
  readonly moment?: Moment;
  /** The command of a shell session that printed it. */
  readonly command?: string;
}

/** The one errno behind words that do not print it. */
function meantErrno({ prints, errnos = [] }: FailureRow): Errno | undefined {
  return errnos.length === 1 && ![prints].flat().some((template) => template.includes('{errno}')) ? errnos[0] : undefined;
}

/** Makes a failure of a hit. */
export function failureOf(hit: Hit<FailureRow>): Failure {
  const errno = hit.values.errno ? errnoOf(hit.values.errno.value) : meantErrno(hit.row);
  return {
    symptom: hit.row.symptom,
    by: hit.row.by,
    row: hit.row,
    span: hit.span,
    values: hit.values,
    ...(errno ? { errno } : {}),
    text: hit.line.text,
  };
}
