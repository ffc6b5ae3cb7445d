import { causes } from '../../diagnosis/causes/index';
import { causeIds, type CauseId } from '../../diagnosis/cause-ids';
import { positionAt } from '../../diagnosis/documents/document';
import { readDocuments } from '../../diagnosis/documents/read-documents';
import type { FactName, Facts } from '../../diagnosis/facts/facts';
import { gatherFrom } from '../../diagnosis/facts/gather-facts';
import type { ReportIn } from '../../diagnosis/report';
import { isWhole, told, toldFacts, topicOf, topics, type Told, type Topic } from './told';

export type { FactName, Topic };

/** The evidence of one attempt, and what was diagnosed of it. */
export interface Side {
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  readonly report: Pick<ReportIn<unknown>, 'findings'>;
}

/** What one side tells, and where. */
export interface Said {
  readonly value: string;
  readonly document: string;
  /** From 1. */
  readonly line: number;
}

/** One thing in both sides; a side is `absent` where it is known not to be there, `untold` where nobody looked. */
export interface Compared {
  readonly topic: Topic;
  readonly fact: FactName;
  readonly name: string;
  readonly a: Said | 'absent' | 'untold';
  readonly b: Said | 'absent' | 'untold';
  /** Causes named in either report that are judged on it. */
  readonly decides: readonly CauseId[];
}

export interface Comparison {
  /** What is known of both and differs: first what the root cause was seen in, then what a named cause is judged on. */
  readonly different: readonly Compared[];
  /** Known of one side only: no difference, a question. */
  readonly oneSided: readonly Compared[];
  readonly same: readonly Compared[];
}

/** Compares two starts by what their documents mean: facts, with times, ids and process numbers masked. Pure. */
export function compareEvidence(a: Side, b: Side): Comparison {
  const [factsA, factsB] = [factsOf(a), factsOf(b)];
  const named = causeIds.filter((id) => [a, b].some(({ report }) => report.findings.some(({ cause, role }) => cause === id && role !== 'advice')));
  const rows = toldFacts.flatMap((fact) => compareFact(fact, factsA, factsB, named.filter((id) => causes[id].uses.includes(fact))));
  const isSaid = (side: Compared['a']): side is Said => typeof side === 'object';
  const same = rows.filter((row) => isSaid(row.a) && isSaid(row.b) && row.a.value === row.b.value);
  const oneSided = rows.filter((row) => row.a === 'untold' || row.b === 'untold');
  const different = rows.filter((row) => !same.includes(row) && !oneSided.includes(row));
  const weight = (row: Compared) => (isSeen(row.a, a) || isSeen(row.b, b) ? 0 : row.decides.length > 0 ? 1 : 2);
  const ordered = (list: readonly Compared[]) => list.toSorted((x, y) => weight(x) - weight(y) || topics.indexOf(x.topic) - topics.indexOf(y.topic));
  return { different: ordered(different), oneSided: ordered(oneSided), same: ordered(same) };
}

function factsOf({ texts }: Side): Facts {
  return gatherFrom(readDocuments(texts)).facts;
}

function compareFact(fact: FactName, factsA: Facts, factsB: Facts, decides: readonly CauseId[]): Compared[] {
  const [a, b] = [byName(told(fact, factsA)), byName(told(fact, factsB))];
  if (!a && !b) return [];
  const names = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])];
  const side = (entries: ReadonlyMap<string, Told> | undefined, name: string): Compared['a'] => {
    const found = entries?.get(name);
    if (!found) return entries && isWhole(fact) ? 'absent' : 'untold';
    return { value: found.value, document: found.span.document.name, line: positionAt(found.span.document, found.span.start).line };
  };
  return names.map((name) => ({ topic: topicOf(fact), fact, name, a: side(a, name), b: side(b, name), decides }));
}

/** Entries by name; of two of one name (mounts on top of each other) both are kept, in their order. */
function byName(entries: readonly Told[] | undefined): ReadonlyMap<string, Told> | undefined {
  if (!entries) return undefined;
  const found = new Map<string, Told>();
  for (const entry of entries) {
    let name = entry.name;
    for (let number = 2; found.has(name); number++) name = `${entry.name} (${number})`;
    found.set(name, entry);
  }
  return found;
}

/** Does the evidence of the root cause stand on this line? */
function isSeen(said: Compared['a'], { report }: Side): boolean {
  if (typeof said !== 'object') return false;
  const root = report.findings.find(({ role }) => role === 'root-cause');
  return root?.evidence.some(({ document, startLine, endLine }) => document === said.document && startLine <= said.line && said.line <= endLine) ?? false;
}
