import { applyFix } from './apply-fix';
import type { Judged } from './cause';
import { textAsGiven } from './documents/document';
import { readDocuments, type ReadDocument } from './documents/read-documents';
import type { Facts } from './facts/facts';
import { gatherFrom, type Gathered } from './facts/gather-facts';
import { hasBlank } from './fixes/patch';
import { asksFor } from './ranking/asks';
import { judgeAll, type Opinion } from './ranking/judge-all';
import { byCausality, type Ranking } from './ranking/rank';
import type { Fix, Report } from './report';
import { steps } from './steps';
import { symptoms } from './symptoms';

/** Lines that speak of a start that failed: they do not hold of the next one. */
const ofTheStart = new Set(['log', 'text']);

/** What the commands and lines tell that is the same at the next start. */
const stay = ['launcher', 'runtime', 'bundle', 'rootless', 'caller', 'versions', 'insideContainer', 'insideChroot', 'sysctls', 'hostMounts', 'callerStatus'] as const;

/**
 * What the next start would meet once the first fix is applied: its patch or edits are made, the config is read again,
 * and every cause is judged without the failure that the fix mends. `undefined` where no cause is named, where nothing
 * of the fix changes anything, or where a value is missing that only the user knows.
 */
export function nextAfterFix(documents: readonly ReadDocument[], gathered: Gathered, ranking: Ranking): Report['next'] {
  const root = ranking.placed.find(({ role }) => role === 'root-cause')?.opinion;
  const fix = root?.judged.statement?.fixes[0];
  if (!root || !fix) return undefined;
  const changes = fix.patch.length > 0 || fix.edits.length > 0;
  if (!changes && fix.commands.length === 0) return undefined;
  const mended = changes ? mend(documents, fix) : documents;
  if (!mended) return undefined;
  const facts = factsOfNextStart(mended, gathered.facts, changes);
  const opinions = judgeAll(facts);
  const again = opinions.find(({ cause }) => cause.id === root.cause.id);
  const below = new Set(root.cause.underlies);
  const met = byCausality(opinions.filter(({ judged }) => judged.kind === 'proved' && judged.effect !== 'weakens')).filter((one) => {
    if (one.cause.id === root.cause.id) return false;
    // A patched value makes what lies below the root cause a question of its own; a command makes it moot.
    return below.has(one.cause.id) ? changes : !isPassed(one.cause, ranking, gathered);
  });
  // The next start has not failed yet, so no line of it is asked for.
  const asked = opinions
    .filter(({ cause, judged }) => below.has(cause.id) && (judged.kind === 'open' || judged.kind === 'supported'))
    .map((one) => ({ ...one, judged: asking(one.judged) }));
  const looming = asked.filter(({ judged }) => judged.asks.length === 0 && judged.marks.length > 0);
  return {
    // Commands change the host, which nobody has looked at since.
    cured: changes && fix.commands.length === 0 ? again?.judged.kind !== 'proved' : null,
    findings: [...met, ...(changes ? looming : [])].flatMap(told),
    asks: changes ? asksFor(asked, facts, 'diagnosed') : [],
  };
}

/** The same judgement without an ask for a line that failed. */
function asking({ kind, marks, asks, effect, statement }: Judged): Judged {
  return { kind, marks, effect, asks: asks.filter((name) => name !== 'failure'), ...(statement ? { statement } : {}) };
}

function told({ cause, judged }: Opinion): NonNullable<Report['next']>['findings'] {
  const { statement, kind } = judged;
  if (!statement) return [];
  // What was not seen to fail is explained in general, as in a finding.
  const explanation = kind === 'proved' ? statement.explanation : { key: `${cause.id}/pageWhy`, values: {} };
  return [{ cause: cause.id, confidence: kind === 'proved' ? 'certain' : 'possible', title: statement.title, explanation }];
}

/** The start got past a step before that of its failure, so a fault there that was not proved of it is none. */
function isPassed({ id, step }: Opinion['cause'], { placed }: Ranking, { facts: { failure } }: Gathered): boolean {
  if (!failure || failure.symptom === 'unrecognised' || placed.some(({ opinion }) => opinion.cause.id === id && opinion.judged.kind === 'proved')) return false;
  return steps.indexOf(step) < steps.indexOf(symptoms[failure.symptom]);
}

/** The documents with the fix's change made in the one that it names. */
function mend(documents: readonly ReadDocument[], fix: Fix): ReadDocument[] | undefined {
  const target = documents.find(({ document }) => document.name === fix.document);
  const text = target && !hasBlank(fix.patch) ? applyFix(textAsGiven(target.document), fix) : undefined;
  return text === undefined ? undefined : documents.flatMap((one) => (one === target ? readDocuments([{ name: one.document.name, text }]) : [one]));
}

function factsOfNextStart(documents: readonly ReadDocument[], before: Facts, changes: boolean): Facts {
  const known: Facts = changes ? gatherFrom(documents.map((one) => ({ ...one, regions: one.regions.filter(({ kind }) => !ofTheStart.has(kind)) }))).facts : { ...before };
  for (const name of stay) if (known[name] === undefined) keep(known, before, name);
  if (known.rootfsOnHost === undefined && known.rootfsPath?.value === before.rootfsPath?.value) keep(known, before, 'rootfsOnHost');
  delete known.failure;
  delete known.failures;
  delete known.started;
  return known;
}

function keep<Name extends keyof Facts>(facts: Facts, from: Facts, name: Name): void {
  if (from[name] !== undefined) facts[name] = from[name];
}
