import type { Confidence, FindingIn, RenderedReport } from '../diagnosis/report';

/** What the program's exit status says; those from 64 on are of sysexits.h. Documented in docs/command-line.md. */
export const exitStatus = {
  /** Nothing found: a start was seen, or a complete config is sound. */
  healthy: 0,
  /** A cause is named. */
  cause: 1,
  /** No answer: nothing known explains it, it is no matter of user namespaces, or the cause is less sure than asked for. */
  open: 2,
  /** The command line is wrong (EX_USAGE). */
  usage: 64,
  /** Nothing of the input can be read as evidence (EX_DATAERR). */
  data: 65,
  /** A file cannot be opened (EX_NOINPUT). */
  input: 66,
  /** The server of --upload did not take the case (EX_UNAVAILABLE). */
  unavailable: 69,
  /** The program itself failed (EX_SOFTWARE). */
  software: 70,
  /** The file of --token-file exists, or cannot be made (EX_CANTCREAT). */
  output: 73,
} as const;

/** From the least sure to the surest. */
export const confidences = ['possible', 'likely', 'certain'] as const satisfies readonly Confidence[];

/** The status for a Report: a root cause that is less sure than `failOn` leaves it open. */
export function statusOf({ verdict, findings }: RenderedReport, failOn: Confidence): number {
  if (verdict === 'healthy') return exitStatus.healthy;
  const root = findings.find(({ role }: FindingIn<string>) => role === 'root-cause');
  return root && confidences.indexOf(root.confidence) >= confidences.indexOf(failOn) ? exitStatus.cause : exitStatus.open;
}

/** Of several: a cause anywhere counts before what is open. */
export function worstOf(statuses: readonly number[]): number {
  return statuses.includes(exitStatus.cause) ? exitStatus.cause : Math.max(exitStatus.healthy, ...statuses);
}
