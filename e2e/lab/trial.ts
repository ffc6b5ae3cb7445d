import type { CauseId } from '../../lib/diagnosis/cause-ids';
import type { FixIn, FindingIn, RenderedReport } from '../../lib/diagnosis/report';
import type { App, Upload } from './app';
import { Bundle, type Starter } from './bundle';
import type { Fault } from './fault';
import { fillBlanks } from './fill';
import { gather, type Kind } from './gather';
import { refusal } from './guard';
import { Kept } from './keep';
import { applyEdits, applyJsonPatch, DoesNotApply } from './patch';

/** One report of a trial and what its first fix did. */
export interface Round {
  readonly expected: CauseId | undefined;
  readonly evidence: readonly Upload[];
  /** What the runtime said last. */
  readonly message: string;
  readonly said: string;
  readonly right: boolean;
  /** The placeholder of the fix that was filled in as a user would, where it had one. */
  readonly filled?: string;
  /** Why the fix could not be applied; undefined where it was. */
  readonly unapplied?: string;
}

export interface Trial {
  readonly fault: Fault;
  readonly starter: Starter;
  readonly rounds: readonly Round[];
  /** The container ran in the end and printed what it should; for a healthy bundle: it ran at once. */
  readonly runs: boolean;
  /** What the last report said of the last start: healthy, where all is well. */
  readonly atLast: string;
  readonly trouble?: string;
}

/** Did all go as it must? */
export function isRight({ rounds, runs, atLast, trouble }: Trial): boolean {
  return trouble === undefined && rounds.every(({ right, unapplied }) => right && unapplied === undefined) && runs && atLast === 'healthy';
}

const rootCause = (report: RenderedReport): FindingIn<string> | undefined => report.findings.find(({ role }) => role === 'root-cause');
const saidBy = (report: RenderedReport) => rootCause(report)?.cause ?? report.verdict;

/** One fault on one runtime, from the bundle that starts to the mended one; the machine is as before when it returns. */
export async function tryFault(app: App, fault: Fault, starter: Starter, brings: Kind): Promise<Trial> {
  const kept = new Kept();
  let bundle: Bundle | undefined;
  let trial: Trial;
  try {
    bundle = await Bundle.build(fault, starter);
    trial = await mendStepByStep(app, bundle, brings);
  } catch (error) {
    trial = { fault, starter, rounds: [], runs: false, atLast: '', trouble: error instanceof Error ? error.message : String(error) };
  } finally {
    await bundle?.world.end();
  }
  const left = kept.putBack();
  return left.length === 0 ? trial : { ...trial, trouble: `the machine is not as it was: ${left.join(', ')}` };
}

async function mendStepByStep(app: App, bundle: Bundle, brings: Kind): Promise<Trial> {
  const { fault, starter } = bundle;
  const sound = bundle.start(true);
  if (!sound.started) throw new Error(`the good bundle does not start: ${sound.output.slice(-1500)}`);
  bundle.break();
  const rounds: Round[] = [];
  let start = bundle.start();
  let evidence = gather(bundle, false, brings, start.output);
  const { id, report: first } = await app.openCase(`${fault.id} on ${starter.name}`, evidence);
  let report = first;
  for (const expected of fault.causes) {
    if (start.started) throw new Error(`the broken container starts: ${start.output.slice(-500)}`);
    if (rounds.length === 0 && fault.says && !fault.says.test(start.output)) throw new Error(`the failure is another one: ${start.output.slice(-1500)}`);
    const right = report.verdict === 'diagnosed' && rootCause(report)?.cause === expected;
    const { filled, unapplied } = applyFirstFix(bundle, report, evidence);
    // What the words of the right fix tell a user to do.
    if (right && unapplied === undefined && fault.byHand) bundle.world.build(fault.byHand, bundle.folder);
    rounds.push({ expected, evidence, message: lastLine(start.output), said: saidBy(report), right, ...(filled === undefined ? {} : { filled }), ...(unapplied === undefined ? {} : { unapplied }) });
    if (unapplied !== undefined) break;
    start = bundle.start(right);
    evidence = gather(bundle, right, brings, start.output);
    report = await app.addAttempt(id, evidence);
  }
  if (fault.causes.length === 0) rounds.push({ expected: undefined, evidence, message: lastLine(start.output), said: saidBy(report), right: report.verdict === 'healthy' });
  return { fault, starter, rounds, runs: start.started, atLast: start.started ? saidBy(report) : `${saidBy(report)}; it says: ${lastLine(start.output)}` };
}

/** Is a part of the repair nothing that a patch or a command could do? */
export const isByHand = ({ byHand, corrected, correctedShell }: Fault): boolean => byHand !== undefined || corrected !== undefined || correctedShell !== undefined;

/** Applies the first fix of the first finding exactly as it is given, but for its placeholders. */
function applyFirstFix(bundle: Bundle, report: RenderedReport, evidence: readonly Upload[]): Pick<Round, 'filled' | 'unapplied'> {
  const given = rootCause(report)?.fixes[0];
  if (!given) return { unapplied: 'there is no fix' };
  const { fix, filled, left } = fillBlanks(given, bundle.fault.fills ?? {});
  const unapplied = left === undefined ? applyFix(bundle, fix, linesBeforeConfig(evidence)) : `${left} is not filled`;
  return { ...(filled === undefined ? {} : { filled }), ...(unapplied === undefined ? {} : { unapplied }) };
}

/** Why it could not be applied; undefined where it was. */
function applyFix(bundle: Bundle, fix: FixIn<string>, linesBefore: number): string | undefined {
  const refused = refusal(fix.commands);
  if (refused !== undefined) return `refused, it ${refused}`;
  if (fix.patch.length + fix.edits.length + fix.commands.length === 0 && !isByHand(bundle.fault)) return 'the fix changes nothing';
  try {
    changeConfig(bundle, fix, linesBefore);
  } catch (error) {
    if (error instanceof DoesNotApply) return `it does not apply: ${error.message}`;
    throw error;
  }
  if (fix.commands.length === 0) return undefined;
  const { status, output } = bundle.world.applyCommands(fix.commands, bundle.fault.fixFolder ?? bundle.folder);
  return status === 0 ? undefined : `a command ended with status ${status}: ${lastLine(output)}`;
}

/** Edits name lines of what was uploaded, in which the collector shows the config behind other output. */
function linesBeforeConfig(evidence: readonly Upload[]): number {
  if (evidence.some(({ name }) => name === 'config.json')) return 0;
  const lines = evidence[0]?.text.split('\n') ?? [];
  return 1 + lines.findIndex((line) => /^\w+@node:\S*[#$] cat \S+\/config\.json$/.test(line));
}

function changeConfig(bundle: Bundle, { patch, edits }: FixIn<string>, linesBefore: number): void {
  const { world, folder } = bundle;
  if (patch.length + edits.length === 0) return;
  const changed = (text: string) => (patch.length > 0 ? applyJsonPatch(text, patch) : applyEdits(text, edits.map((edit) => ({ ...edit, startLine: edit.startLine - linesBefore, endLine: edit.endLine - linesBefore }))));
  const file = `${folder}/config.json`;
  world.write(file, changed(world.read(file)));
}

/** The last line that says something; of a structured one its message. */
export function lastLine(output: string): string {
  const line = output.trim().split('\n').at(-1) ?? '';
  return (/msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line).replaceAll('\\"', '"');
}
