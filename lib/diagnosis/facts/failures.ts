import type { Known } from '../documents/document';
import type { LogLine } from '../documents/log-lines';
import { inTime, momentOf, type Moment } from '../documents/moment';
import type { ReadDocument } from '../documents/read-documents';
import type { Region } from '../documents/region';
import { readToldLines } from '../documents/told-lines';
import { matchLine } from '../messages/match';
import type { Failure } from '../messages/message';
import { steps } from '../steps';
import { unrelatedSymptoms } from '../symptoms';
import { isAside, isAsked, isRuntime, isWatched, isWellEnough, programOf, tellsOfItself } from './asides';
import { followsFrom } from './consequences';
import { ofOneContainer, type OtherContainer } from './containers';
import { impliedBy, type Passed } from './implied-steps';
import { failureIn, isExitStatus } from './line-failure';
import { wasOvercome } from './overcome';
import { isFailure, isProgress, readMessages } from './read-messages';
import { runningSeen } from './running';
import { endings, probe, startSeen } from './started';

export interface Heard {
  /** Every failure of the container that failed last, in order of time where all lines tell it, else of the documents; each once. */
  readonly failures: readonly Failure[];
  /** Containers that failed as well. */
  readonly others: readonly OtherContainer[];
  /** The one that stopped the start. */
  readonly failure?: Failure;
  /** The steps that were passed, in their order, each once. */
  readonly passed: readonly Passed[];
  readonly started?: Known<boolean>;
  /** The lines in which programs speak: each holds a message, or a failure that nothing knows. */
  readonly spoken: readonly LogLine[];
}

const readable: ReadonlySet<Region['kind']> = new Set(['log', 'text', 'versions', 'mounts', 'sysctl', 'listing', 'identity', 'subid']);

/** Reads what programs said: failures, steps passed, and whether the process started. */
export function hear(documents: readonly ReadDocument[]): Heard {
  const failures: Failure[] = [];
  /** What debug lines tell: most of it was tried and did not matter. */
  const tried: Failure[] = [];
  const passed: Passed[] = [];
  const spoken: LogLine[] = [];
  let startedBy: Known<boolean> | undefined;
  const regions = documents.flatMap((one) => one.regions);
  const ended = endings(regions);
  for (const region of regions) {
    startedBy = runningSeen(region) ?? startedBy;
    const handedOn = readToldLines(region);
    if (!readable.has(region.kind) && handedOn.length === 0) continue;
    const before = failures.length;
    const { lines, hits } = handedOn.length > 0 ? { lines: handedOn, hits: handedOn.map(matchLine) } : readMessages(region);
    let moment: Moment | undefined;
    lines.forEach((line, index) => {
      const found = hits[index] ?? [];
      // A line without a time was printed right after the one above it.
      moment = (line.time === undefined ? undefined : momentOf(line.time)) ?? moment;
      passed.push(...found.filter(isProgress).map(({ row, span }) => ({ step: row.passed, span })));
      const failure = failureIn(line, found, region);
      if (failure || found.length > 0) spoken.push(line);
      const command = region.command?.value.text;
      // An exit status says again that the lines above it failed.
      if (!failure || ended.get(region)?.value === 'well' || (failures.length > 0 && isExitStatus(region))) return;
      const heardIn = failure.row && line.level === 'debug' ? tried : failures;
      heardIn.push({ ...failure, ...(moment ? { moment } : {}), ...(command === undefined ? {} : { command }) });
    });
    const end = ended.get(region);
    if (end?.value === 'well') startedBy = { value: true, span: end.span };
    const rest = lines.filter((_, index) => !hits[index]?.some(isFailure));
    const failed = end?.value === 'badly' || failures.slice(before).some((one) => !isWatched(one) && !one.row?.goesOn);
    startedBy = startSeen(region, rest, failed) ?? startedBy;
  }
  const ordered = inTime([...failures, ...reasonsAmong(tried, failures)], ({ moment }) => moment);
  const last = stopping(fold(ordered));
  const { own, others } = last ? ofOneContainer(ordered, last) : { own: ordered, others: [] };
  const folded = fold(own);
  const stopped = stopping(folded);
  // None of them stopped anything where the process was seen to run.
  const overcome = stopped !== undefined && wasOvercome(stopped, passed);
  const failure = overcome ? undefined : stopped && (isWatched(stopped) || isAside(stopped) || isWellEnough(stopped)) && startedBy?.value ? undefined : stopped;
  const ran = passed.find(({ step }) => steps.indexOf(step) >= steps.indexOf('finish-isolation'));
  const afterStart = failure !== undefined && (failure.symptom === 'application-failed' || failure.symptom === 'killed-for-memory' || (failure.row?.goesOn === true && startedBy?.value === true));
  const started =
    failure && !afterStart
      ? { value: false, span: failure.span }
      : (startedBy ?? probe(regions) ?? (ran ? { value: true, span: ran.span } : afterStart ? { value: true, span: failure.span } : undefined));
  return { failures: folded, others, spoken, passed: inOrder([...(failure ? impliedBy(failure) : []), ...passed]), ...(failure ? { failure } : {}), ...(started ? { started } : {}) };
}

/**
 * What a debug line tells is a failure where the lines above debug only say that something failed, and that follows
 * from it: else what failed is said again at a higher level.
 */
function reasonsAmong(tried: readonly Failure[], failures: readonly Failure[]): Failure[] {
  const last = stopping(fold(failures));
  return last?.row?.vague ? tried.filter(({ symptom }) => followsFrom(last.symptom, symptom)) : [];
}

/** The same symptom about the same things is one failure, told by several programs; the last telling stands, of the same words that of a start. */
function fold(failures: readonly Failure[]): Failure[] {
  const byKey = new Map<string, Failure>();
  for (const failure of failures) {
    const named = Object.entries(failure.values).map(([hole, known]) => `${hole}=${known?.value.toLowerCase() ?? ''}`);
    const key = failure.symptom === 'unrecognised' ? failure.text : [failure.symptom, ...named.sort()].join(' ');
    const known = byKey.get(key);
    byKey.delete(key);
    byKey.set(key, known?.text === failure.text && !isAsked(known) && isAsked(failure) ? known : failure);
  }
  return [...byKey.values()];
}

/**
 * The failure that stopped the start: the last that does not follow from another one. What is known comes before
 * what is not, what says what failed before what only says that something did, and what concerns a start before
 * what is known to be unrelated.
 */
function stopping(failures: readonly Failure[]): Failure | undefined {
  const first = failures.filter((one) => !failures.some((other) => followsFrom(one.symptom, other.symptom)));
  const known = first.filter(({ symptom }) => symptom !== 'unrecognised');
  const telling = known.filter(({ row }) => !row?.vague);
  const related = telling.filter(({ symptom }) => !unrelatedSymptoms.has(symptom));
  const last = related.at(-1);
  // A runtime that fails as the one does that was to start something, and was asked for its version alone, is not the one.
  const started = last && tellsOfItself(last) ? related.findLast((one) => one.symptom === last.symptom && !isAsked(one) && isRuntime(one) && programOf(one) !== programOf(last)) : undefined;
  return started ?? last ?? telling.at(-1) ?? known.at(-1) ?? first.at(-1) ?? failures.at(-1);
}

function inOrder(passed: readonly Passed[]): Passed[] {
  return steps.flatMap((step) => passed.findLast((one) => one.step === step) ?? []);
}
