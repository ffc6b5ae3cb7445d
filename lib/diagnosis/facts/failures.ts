import type { Known, Span } from '../documents/document';
import { readLogLines, type LogLine } from '../documents/log-lines';
import { inTime, momentOf, type Moment } from '../documents/moment';
import type { ReadDocument } from '../documents/read-documents';
import { narrowScreen, wrappedRuns } from '../documents/wrapped-lines';
import type { Region } from '../documents/region';
import { readToldLines } from '../documents/told-lines';
import { errnoTexts } from '../messages/errno';
import { matchLine } from '../messages/match';
import { failureOf, type Failure, type FailureRow, type Hit, type MessageRow, type ProgressRow } from '../messages/message';
import { steps } from '../steps';
import { unrelatedSymptoms } from '../symptoms';
import { followsFrom } from './consequences';
import { ofOneContainer, type OtherContainer } from './containers';
import { impliedBy, type Passed } from './implied-steps';
import { isPersonal, isTold } from './prose';
import { wasOvercome } from './overcome';
import { makesNamespace, runsContainer, startsSomething } from './run-command';
import { runningSeen } from './running';

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
  const endedWell = endsWell(regions);
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
      if (!failure || endedWell.has(region) || (failures.length > 0 && isExitStatus(region))) return;
      const heardIn = failure.row && line.level === 'debug' ? tried : failures;
      heardIn.push({ ...failure, ...(moment ? { moment } : {}), ...(command === undefined ? {} : { command }) });
    });
    const well = endedWell.get(region);
    if (well) startedBy = { value: true, span: well };
    startedBy = startSeen(region, lines, failures.slice(before).some((one) => !isWatched(one))) ?? startedBy;
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
  const afterStart = failure !== undefined && (failure.symptom === 'application-failed' || failure.symptom === 'killed-for-memory');
  const started =
    failure && !afterStart
      ? { value: false, span: failure.span }
      : (startedBy ?? probe(regions) ?? (ran ? { value: true, span: ran.span } : afterStart ? { value: true, span: failure.span } : undefined));
  return { failures: folded, others, spoken, passed: inOrder([...(failure ? impliedBy(failure) : []), ...passed]), ...(failure ? { failure } : {}), ...(started ? { started } : {}) };
}

/** The lines of a region with the messages in them; a message that was wrapped over several lines is one line. */
function readMessages(region: Region): { readonly lines: readonly LogLine[]; readonly hits: readonly (readonly Hit[])[] } {
  const raw = readLogLines(region);
  const found = raw.map((line) => matchLine(line).filter((hit) => !isTold(hit, line)));
  const tells = (hits: readonly Hit[]) => hits.some((hit) => isFailure(hit) && !hit.row.vague);
  const knows = (hits: readonly Hit[]) => hits.some(isFailure);
  const skipped = new Set<number>();
  const joined = new Map<number, { readonly line: LogLine; readonly hits: readonly Hit[] }>();
  if (region.kind === 'log' || region.kind === 'text') {
    // Where no line tells anything, they may have been broken by a narrow screen.
    for (const { first, count, joined: line } of found.some(knows) ? wrappedRuns(raw) : wrappedRuns(raw, narrowScreen)) {
      const hits = matchLine(line).filter((hit) => !isTold(hit, line));
      // A field of logrus goes on with the record before it; else lines that tell something themselves are taken as they stand.
      const goesOn = hits.some(({ row }) => 'harmless' in row) && /^\s*\w+="/.test(raw[first + 1]?.text ?? '');
      const apart = found.slice(first, first + count);
      const wider = hits.filter((hit) => tells([hit]));
      const within = apart.flat().filter((hit) => tells([hit])).every(({ span }) => wider.some((hit) => hit.span.start < span.start && span.end <= hit.span.end));
      if (!goesOn && !goesOver(raw.slice(first, first + count), apart, hits) && ((apart.some(tells) && !within) || !(tells(hits) || (knows(hits) && !apart.some(knows))))) continue;
      joined.set(first, { line, hits });
      for (let index = first + 1; index < first + count; index++) skipped.add(index);
    }
  }
  const kept = raw.flatMap((line, index) => (skipped.has(index) ? [] : [joined.get(index) ?? { line, hits: found[index] ?? [] }]));
  const filled = kept.filter(({ line }) => line.text.trim() !== '');
  return { lines: filled.map(({ line }) => line), hits: filled.map(({ hits }) => hits) };
}

/** Does a failure begin in the first of some lines and end in a later one, where the later ones tell nothing by themselves? */
function goesOver([first, ...rest]: readonly LogLine[], apart: readonly (readonly Hit[])[], joined: readonly Hit[]): boolean {
  if (!first || rest.length === 0 || apart.slice(1).some((hits) => hits.some(isFailure))) return false;
  return joined.some((hit) => isFailure(hit) && !hit.row.vague && hit.span.start < first.span.end && hit.span.end > first.span.end + 1);
}

/** The failure that a line tells of: its innermost message that is not vague, else the innermost vague one. */
function failureIn(line: LogLine, hits: readonly Hit[], region: Region): Failure | undefined {
  if (hits.some(({ row }) => 'harmless' in row)) return undefined;
  const known = hits.filter(isFailure);
  const row = known.findLast(({ row: one }) => !one.vague) ?? known.at(-1);
  if (row) return failureOf(row);
  return hits.length === 0 && saysFailure(line, region)
    ? { symptom: 'unrecognised', by: 'any', span: line.span, values: {}, text: line.text }
    : undefined;
}

/**
 * Words with which programs begin a line that reports a failure of theirs. Prose is not taken for one: the word must
 * stand at the beginning, with a colon, or the logger must say so by its level.
 */
const failureOpening =
  /^(?:error|fatal|panic|(?:runc|crun|ctr|docker|podman|buildah|nerdctl|kubelet|containerd|youki|bwrap|lxc-\w+|new[ug]idmap|unshare|rootlesskit|k3s|conmon)(?:\[\d+\])?)\s*:(?=\s|$)|^\[(?:error|rootlesskit:\w+\s*\] error)|^(?:runc|crun) \w+ failed:|\bOCI runtime (?:\w+ )?(?:create |start )?failed\b|^error response from daemon|^container_linux\.go:\d+: /i;

/** crun and C programs print a message, a colon and the text of the errno, with nothing before it. */
const failureEnding = new RegExp(`: (?:${Object.values(errnoTexts).flat().join('|')})["'\\\\.]*$`, 'i');

function saysFailure(line: LogLine, region: Region): boolean {
  if (isExitStatus(region)) return /^[1-9]\d{0,2}$/.test(line.text.trim());
  // Who looks for what is not there learns something; nothing failed by it.
  if (look.test(line.text) && look.test(`${region.command?.value.text.replace(/^sudo /, '').split(/[\s/]/)[0] ?? ''}: `)) return false;
  if (isPersonal(line)) return false;
  if (line.level === 'error' || line.level === 'fatal' || failureOpening.test(line.text.trim())) return true;
  return line.level === undefined && failureEnding.test(line.text.trimEnd());
}

/** Programs that only look, where they begin a line. */
const look = /^(?:ls|stat|namei|find|findmnt|cat|head|tail|grep|getcap|getfacl|id|loginctl|dmesg|journalctl): /;

function isExitStatus({ command }: Region): boolean {
  return command?.value.text.trim() === 'echo $?';
}

/** Is this a record of the audit log, which tells what was refused and not what came of it? */
function isWatched({ by, row }: Failure): boolean {
  return by === 'kernel' && row?.vague === true;
}

/** Does a command say so that starts nothing, of what it could not tell itself (`loginctl` without a bus, an old `runc features`)? */
function isAside({ row, command }: Failure): boolean {
  return (row === undefined || row.vague === true) && command !== undefined && !runsContainer(command);
}

/** Does a daemon say in its own log that something is not well? It was well enough to run what ran. */
function isWellEnough({ symptom, command }: Failure): boolean {
  return symptom === 'daemon-unwell' && command === undefined;
}

/** The regions of a container that was run in the foreground and ended with status 0, each with the line that says so: what it printed stopped nothing. */
function endsWell(regions: readonly Region[]): ReadonlyMap<Region, Span> {
  const ended = regions.flatMap((region, index): (readonly [Region, Span])[] => {
    const text = region.command?.value.text ?? '';
    const isPlain = runsContainer(text) && !/[|;&]|\s(?:-[a-ce-z]*d[a-z]*|--detach)(?:\s|$)/.test(text);
    if (!isPlain) return [];
    // The prompt and the output of one command may be regions of their own.
    const later = regions.slice(index + 1, index + 8).filter(({ command, document }) => document === region.document && command !== region.command);
    const next = later.filter(({ command }) => command === later[0]?.command);
    if (!later[0] || !isExitStatus(later[0])) return [];
    const line = next.flatMap(readLogLines).find((one) => /^\d{1,3}$/.test(one.text.trim()));
    return line?.text.trim() === '0' ? [[region, line.span]] : [];
  });
  return new Map(ended);
}

/** A command that runs a container and prints something that is no failure: its process was there to print it. */
function startSeen(region: Region, lines: readonly LogLine[], failed: boolean): Known<boolean> | undefined {
  const command = region.command?.value.text;
  if (failed || command === undefined || !runsContainer(command) || /\s(-d|--detach)\b/.test(command)) return undefined;
  const prompted = region.command?.span;
  const isOutput = ({ span }: LogLine) => span.document !== prompted?.document || span.start >= prompted.end;
  const printed = lines.find((line) => line.level === undefined && !line.by && isOutput(line) && !/^(?:type=|audit: )/.test(line.text));
  return printed && { value: true, span: printed.span };
}

/**
 * The output of `unshare -U COMMAND`, where nothing else is started or shown: the kernel gives this user a namespace.
 * Next to a config or another start it would say nothing of that one.
 */
function probe(regions: readonly Region[]): Known<boolean> | undefined {
  const isProbe = ({ command }: Region) => command !== undefined && makesNamespace(command.value.text);
  const others = regions.some((region) => region.kind === 'oci-config' || region.kind === 'yaml' || (region.command !== undefined && startsSomething(region.command.value.text)));
  const output = regions.find((region) => isProbe(region) && region.start >= (region.command?.span.end ?? region.end) && region.end > region.start);
  return others || !output ? undefined : { value: true, span: output };
}

/**
 * What a debug line tells is a failure where the lines above debug only say that something failed, and that follows
 * from it: else what failed is said again at a higher level.
 */
function reasonsAmong(tried: readonly Failure[], failures: readonly Failure[]): Failure[] {
  const last = stopping(fold(failures));
  return last?.row?.vague ? tried.filter(({ symptom }) => followsFrom(last.symptom, symptom)) : [];
}

/** The same symptom about the same things is one failure, told by several programs; the last telling stands. */
function fold(failures: readonly Failure[]): Failure[] {
  const byKey = new Map<string, Failure>();
  for (const failure of failures) {
    const named = Object.entries(failure.values).map(([hole, known]) => `${hole}=${known?.value.toLowerCase() ?? ''}`);
    const key = failure.symptom === 'unrecognised' ? failure.text : [failure.symptom, ...named.sort()].join(' ');
    byKey.delete(key);
    byKey.set(key, failure);
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
  return related.at(-1) ?? telling.at(-1) ?? known.at(-1) ?? first.at(-1) ?? failures.at(-1);
}

function inOrder(passed: readonly Passed[]): Passed[] {
  return steps.flatMap((step) => passed.findLast((one) => one.step === step) ?? []);
}

function isProgress(hit: Hit<MessageRow>): hit is Hit<ProgressRow> {
  return 'passed' in hit.row;
}

function isFailure(hit: Hit<MessageRow>): hit is Hit<FailureRow> {
  return 'symptom' in hit.row;
}
