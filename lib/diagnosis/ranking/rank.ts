import { causeIds, type CauseId } from '../cause-ids';
import { frequencies } from '../cause';
import type { Facts } from '../facts/facts';
import type { Confidence, Role, Verdict } from '../report';
import { steps } from '../steps';
import { mostlyUnrelatedSymptoms, unrelatedSymptoms } from '../symptoms';
import type { Opinion } from './judge-all';

/** Why a confidence is what it is; each is a sentence of the general words. */
export type Because =
  | 'becauseShown'
  | 'becauseLineUnknown'
  | 'becauseOtherFailure'
  | 'becauseSupported'
  | 'becauseEliminated'
  | 'becauseCommonest'
  | 'becauseAlso'
  | 'becauseUndecided'
  | 'becauseNext'
  | 'becauseWeakens';

/** A cause that stands, in its place. */
export interface Placed {
  readonly opinion: Opinion;
  readonly role: Role;
  readonly confidence: Confidence;
  readonly because: Because;
}

export interface Ranking {
  readonly verdict: Verdict;
  readonly placed: readonly Placed[];
  /** Candidates that the evidence excludes. */
  readonly ruledOut: readonly Opinion[];
  /** Those that the asks would tell apart, likeliest first. */
  readonly suspects: readonly Opinion[];
}

/** Orders what the causes said; the rules are numbered as in README, "How causes are ranked". */
export function rank(opinions: readonly Opinion[], facts: Facts): Ranking {
  const { failure } = facts;
  const spokenFor = opinions.some(({ howOften, judged }) => howOften !== undefined && judged.kind !== 'refuted');
  const unrelated = failure !== undefined && (unrelatedSymptoms.has(failure.symptom) || (mostlyUnrelatedSymptoms.has(failure.symptom) && !spokenFor));
  const unknownLine = failure?.symptom === 'unrecognised';
  // 1. Refuted causes leave; those that were close are shown as ruled out.
  const ruledOut = opinions.filter(
    ({ judged, howOften }) => judged.kind === 'refuted' && judged.marks.length > 0 && (howOften !== undefined || !failure),
  );
  // 2. Proved causes: those that stop or void before those that weaken, then by causality.
  const proved = byCausality(opinions.filter(({ judged }) => judged.kind === 'proved'));
  // A process that was seen to start refutes that anything stopped it; what is proved is still shown.
  const startSeen = facts.started?.value === true && !failure;
  const acting = proved.filter(({ judged }) => judged.effect === 'voids' || (judged.effect === 'stops' && !startSeen));
  const weakening = proved.filter((opinion) => !acting.includes(opinion));
  const explaining = acting.filter((opinion) => explains(opinion, acting));
  // 3. Suspects: candidates for the failure; with no failure, those that something speaks for.
  const suspects = opinions
    .filter(({ judged }) => judged.kind === 'supported' || judged.kind === 'open')
    .filter(({ judged, howOften }) => (failure ? howOften !== undefined : judged.kind === 'supported' && !startSeen))
    .sort(byLikelihood);

  // 4. The root cause.
  const others = (root: Opinion | undefined) => contributing(acting, root);
  const advice = weakening.map((opinion) => place(opinion, 'advice', 'certain', 'becauseWeakens'));
  const answer = (root: Placed, alternatives: readonly Opinion[]): Ranking => ({
    verdict: 'diagnosed',
    placed: [root, ...others(root.opinion), ...alternatives.map(alternative), ...advice],
    ruledOut: ruledOut.filter(({ cause }) => cause !== root.opinion.cause),
    suspects: alternatives.length > 0 ? [root.opinion, ...alternatives] : root.confidence === 'certain' ? [] : [root.opinion],
  });
  const first = failure && !unknownLine ? explaining[0] : acting[0];
  if (first && !unrelated) {
    // 5. and 7. Proved is certain, unless the line that failed is one that nothing knows, or a vague one is all there is.
    const weak = unknownLine ? 'becauseLineUnknown' : restsOnVague(first, facts) ? 'becauseSupported' : undefined;
    return answer(place(first, 'root-cause', weak ? 'likely' : 'certain', weak ?? 'becauseShown'), []);
  }
  const [suspect, ...rest] = suspects;
  if (suspect && !unrelated) {
    const eliminated = rest.length === 0 && opinions.some(({ judged, howOften }) => judged.kind === 'refuted' && howOften);
    const because =
      failure && suspect.judged.kind === 'supported' && !rest.some((other) => isTied(other, suspect))
        ? 'becauseSupported'
        : eliminated && suspect.howOften !== 'rarely'
          ? 'becauseEliminated'
          : rest.length > 0
            ? 'becauseCommonest'
            : 'becauseUndecided';
    const likely = because === 'becauseSupported' || because === 'becauseEliminated';
    return answer(place(suspect, 'root-cause', likely ? 'likely' : 'possible', because), rest);
  }
  // A fault is proved, and what failed is something else that no cause explains: name it, one degree less sure.
  if (acting[0] && !unrelated) return answer(place(acting[0], 'root-cause', 'likely', 'becauseOtherFailure'), []);
  const placed = [...others(undefined), ...advice];
  // 9. A failure of the unrelated family that nothing proved explains.
  if (unrelated) return { verdict: 'unrelated', placed, ruledOut, suspects: [] };
  const sound = facts.config?.value === 'whole' && (facts.configTrouble ?? []).length === 0;
  // A process that runs and sees files of nobody is no sound start of what was asked for.
  const healthy = !failure && (startSeen || sound) && facts.listedNobody?.value !== 'container';
  return { verdict: healthy ? 'healthy' : 'unknown', placed, ruledOut, suspects: [] };
}

/** Does nothing but a line that says that something failed, and not what, speak for it? */
function restsOnVague({ judged }: Opinion, { failure }: Facts): boolean {
  const within = judged.marks.every(({ span }) => failure && span.document === failure.span.document && span.start >= failure.span.start && span.end <= failure.span.end);
  return failure?.row?.vague === true && within;
}

/** Something speaks for both, and neither is the commoner one. */
function isTied(one: Opinion, other: Opinion): boolean {
  return one.judged.kind === 'supported' && other.judged.kind === 'supported' && one.howOften === other.howOften;
}

/** 6. Other proved causes are what the user meets next: nothing proved is hidden. */
function contributing(acting: readonly Opinion[], root: Opinion | undefined): Placed[] {
  return acting.filter((one) => one !== root).map((one) => place(one, 'contributing', 'certain', 'becauseNext'));
}

function alternative(opinion: Opinion): Placed {
  return place(opinion, 'alternative', 'possible', 'becauseAlso');
}

function place(opinion: Opinion, role: Role, confidence: Confidence, because: Because): Placed {
  return { opinion, role, confidence, because };
}

/** Does a proved cause explain the failure, itself or through a proved cause that it underlies? */
function explains(opinion: Opinion, proved: readonly Opinion[], seen: ReadonlySet<CauseId> = new Set()): boolean {
  if (opinion.howOften !== undefined) return true;
  const { id, underlies } = opinion.cause;
  const below = proved.filter(({ cause }) => underlies.includes(cause.id) && !seen.has(cause.id));
  return below.some((one) => explains(one, proved, new Set([...seen, id])));
}

/** `underlies` edges first, then what explains the failure, the earlier step, the order of the ids. */
export function byCausality(proved: readonly Opinion[]): Opinion[] {
  const waiting = [...proved].sort(
    (a, b) =>
      Number(a.judged.effect === 'weakens') - Number(b.judged.effect === 'weakens') ||
      Number(b.howOften !== undefined) - Number(a.howOften !== undefined) ||
      stepOf(a) - stepOf(b) ||
      orderOf(a) - orderOf(b),
  );
  const ordered: Opinion[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((one) => !waiting.some((other) => other.cause.underlies.includes(one.cause.id)));
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

/** Supported first; then usually, sometimes, rarely; then the earlier step. */
function byLikelihood(a: Opinion, b: Opinion): number {
  const often = (opinion: Opinion) => frequencies.indexOf(opinion.howOften ?? 'rarely');
  return (
    Number(b.judged.kind === 'supported') - Number(a.judged.kind === 'supported') ||
    often(a) - often(b) ||
    stepOf(a) - stepOf(b) ||
    orderOf(a) - orderOf(b)
  );
}

function stepOf({ cause }: Opinion): number {
  return steps.indexOf(cause.step);
}

function orderOf({ cause }: Opinion): number {
  return causeIds.indexOf(cause.id);
}
