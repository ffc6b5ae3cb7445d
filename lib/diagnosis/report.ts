import type { CauseId } from './cause-ids';
import type { Pictures } from './pictures/picture';
import type { Step } from './steps';

/**
 * The Report, twice: `Report` is what the engine makes and what is stored, with a key and values for
 * each sentence; `ReportIn<string>` is the same rendered in a language, the shape of the HTTP API.
 */

/** One sentence for people: its key in a words table, and what fills the table's `{holes}`. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Sentence>>;
}

export type Verdict = 'diagnosed' | 'healthy' | 'unrelated' | 'unknown';
export type Role = 'root-cause' | 'contributing' | 'alternative' | 'advice';
export type Confidence = 'certain' | 'likely' | 'possible';
export type Risk = 'safe' | 'review' | 'destructive';

/** A quote where it stands: lines and columns from 1, columns in UTF-16 units, ends exclusive. */
export interface EvidenceIn<Text> {
  document: string;
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  /** JSON pointer of the quoted value, where the document is a tree. */
  pointer?: string;
  quote: string;
  says: Text;
}

/** RFC 6902; only the three operations that a fix needs. */
export type PatchOperation =
  | { op: 'add' | 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string };

/** Text put in place of a stretch of a document that cannot be parsed. */
export interface Edit {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  text: string;
}

export interface FixIn<Text> {
  title: Text;
  risk: Risk;
  /** The document that `patch` and `edits` change. */
  document?: string;
  patch: PatchOperation[];
  edits: Edit[];
  /** POSIX sh, every value quoted. */
  commands: string[];
  undo: Text[];
  verify: string[];
  lowersIsolation: boolean;
  costs: Text;
  /** What the user should know before applying it: missing values, paths that no command is built for. */
  notes: Text[];
}

export interface FindingIn<Text> {
  cause: CauseId;
  role: Role;
  confidence: Confidence;
  /** Why the confidence is what it is. */
  because: Text;
  title: Text;
  explanation: Text;
  evidence: EvidenceIn<Text>[];
  fixes: FixIn<Text>[];
  references: { title: string; url: string }[];
}

/** What the next start would meet once the first fix of the root cause is applied, without the failure that it mends. */
export interface NextIn<Text> {
  /** Does the patched config no longer show the root cause? `null` where the fix changes the host, which was not looked at since. */
  cured: boolean | null;
  /** The first to meet first: certain where what was given proves it, possible where only a start would. */
  findings: { cause: CauseId; confidence: Confidence; title: Text; explanation: Text }[];
  /** What was not given, and tells whether the next start goes on. */
  asks: AskIn<Text>[];
}

/** A read-only command whose output would settle between causes. */
export interface AskIn<Text> {
  what: Text;
  command: string;
  tells: CauseId[];
}

/** One document as the report lists it. A refused one was neither read nor stored. */
export interface DocumentEntry {
  name: string;
  kind: string;
  bytes: number;
  lines: number;
  refused?: string;
}

export interface ReportIn<Text> {
  engineVersion: string;
  verdict: Verdict;
  /** Did the container's process start? `null`: not told. */
  started: boolean | null;
  summary: Text;
  documents: DocumentEntry[];
  /** The step at which the start stopped (or the last one seen), and the steps that lines prove passed. */
  reached: { step: Step; passed: { step: Step; evidence: EvidenceIn<Text>[] }[] } | null;
  unrecognised: EvidenceIn<Text>[];
  ruledOut: { cause: CauseId; because: Text; evidence: EvidenceIn<Text>[] }[];
  asks: AskIn<Text>[];
  limits: Text[];
  findings: FindingIn<Text>[];
  /** What the configs make the runtime do on the host, whoever wrote them; absent where there is nothing of it. */
  warnings?: EvidenceIn<Text>[];
  /** Absent where no cause is named, or its first fix changes nothing that is known. */
  next?: NextIn<Text>;
  /** Versions that the words of the lines fix; a report of an older version has none. */
  heardVersions?: HeardVersionIn<Text>[];
  /** What can be drawn of the evidence; a report of an older version has none. */
  pictures?: Pictures;
}

/** Versions that a program's own words leave possible. */
export interface HeardVersionIn<Text> {
  /** `runc`, `containerd`, `linux`, `kubernetes` for the API server, and so on. */
  program: string;
  /** In the notation of npm: `>=1.2.8 <1.3 || >=1.3.3`. */
  range: string;
  evidence: EvidenceIn<Text>;
}

/** As made and stored. */
export type Report = ReportIn<Sentence>;
export type Evidence = EvidenceIn<Sentence>;
export type Fix = FixIn<Sentence>;
export type Finding = FindingIn<Sentence>;
/** As served: every sentence in one language. */
export type RenderedReport = ReportIn<string>;
