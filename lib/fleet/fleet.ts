import { causes } from '../diagnosis/causes/index';
import { causeIds, type CauseId } from '../diagnosis/cause-ids';
import { positionAt } from '../diagnosis/documents/document';
import { readDocuments } from '../diagnosis/documents/read-documents';
import { gatherFrom } from '../diagnosis/facts/gather-facts';
import type { Facts } from '../diagnosis/facts/facts';
import { judgeAll } from '../diagnosis/ranking/judge-all';
import { told, toldFacts, topicOf } from '../report/compare/told';
import type { Node } from './nodes';
import { planUpgrades, type Upgrade } from './plan-upgrades';

/** What a node says to one requirement: it fails, speaks against it without proof, meets it, or was not asked. */
export type Cell = 'fails' | 'suspect' | 'met' | 'unknown';

/** What containers in user namespaces need, by the cause that names its lack. */
export interface Requirement {
  readonly cause: CauseId;
  /** One a node, in the order of the nodes. */
  readonly cells: readonly Cell[];
}

/** A value that few nodes have, or that nodes tell apart at all. */
export interface Odd {
  readonly fact: string;
  readonly name: string;
  /** The rarest first; each with the nodes that have it, and where the first of them tells it. */
  readonly values: readonly { readonly value: string; readonly nodes: readonly string[]; readonly seen: string }[];
}

export interface Fleet {
  readonly nodes: readonly string[];
  /** Those that a node fails, then those that nodes answer differently; the ones of the fewest nodes first. */
  readonly requirements: readonly Requirement[];
  readonly odd: readonly Odd[];
  readonly upgrades: readonly { readonly node: string; readonly upgrades: readonly Upgrade[] }[];
}

/** Topics of the node itself; others belong to the container that was looked at. */
const topics = new Set(['versions', 'subids', 'sysctls', 'cgroups', 'host', 'orchestration']);
/** `runtime` says again what `versions` says. */
const nodeFacts = toldFacts.filter((fact) => topics.has(topicOf(fact)) && fact !== 'runtime');

/** What the nodes of a fleet have in common and where they differ. Texts are masked ones. Pure. */
export function compareNodes(nodes: readonly Node[]): Fleet {
  const facts = nodes.map(({ texts }) => gatherFrom(readDocuments(texts)).facts);
  const names = nodes.map(({ name }) => name);
  return {
    nodes: names,
    requirements: requirementsOf(facts),
    odd: oddOf(facts, names),
    upgrades: facts.flatMap((one, index) => {
      const upgrades = planUpgrades(one);
      return upgrades.length > 0 ? [{ node: names[index] ?? '', upgrades }] : [];
    }),
  };
}

function requirementsOf(facts: readonly Facts[]): Requirement[] {
  const judged = facts.map((one) => new Map(judgeAll(one).map(({ cause, judged: { kind } }) => [cause.id, kind])));
  const cell = (kind: string | undefined): Cell => (kind === 'proved' ? 'fails' : kind === 'supported' ? 'suspect' : kind === 'refuted' ? 'met' : 'unknown');
  const rows = causeIds.map((cause) => ({ cause, cells: judged.map((kinds) => cell(kinds.get(cause))) }));
  const fails = ({ cells }: Requirement) => cells.filter((one) => one === 'fails').length;
  const differs = ({ cells }: Requirement) => new Set(cells).size > 1;
  const told = rows.filter((row) => causes[row.cause].uses.some((fact) => topics.has(topicOf(fact))) && (fails(row) > 0 || differs(row)));
  // What fails everywhere is no odd one, and yet comes before what fails nowhere.
  return told.toSorted((a, b) => (fails(a) || Infinity) - (fails(b) || Infinity));
}

function oddOf(facts: readonly Facts[], names: readonly string[]): Odd[] {
  const rows = new Map<string, { fact: string; name: string; values: Map<string, { nodes: string[]; seen: string }> }>();
  facts.forEach((one, index) => {
    for (const fact of nodeFacts) {
      for (const { name, value, span } of told(fact, one) ?? []) {
        const key = `${fact} ${name}`;
        const row = rows.get(key) ?? { fact, name, values: new Map<string, { nodes: string[]; seen: string }>() };
        const entry = row.values.get(value) ?? { nodes: [], seen: `${span.document.name}:${positionAt(span.document, span.start).line}` };
        const node = names[index] ?? '';
        if (!entry.nodes.includes(node)) entry.nodes.push(node);
        row.values.set(value, entry);
        rows.set(key, row);
      }
    }
  });
  const odd = [...rows.values()].filter(({ values }) => values.size > 1).map(({ fact, name, values }) => ({ fact, name, values: [...values].map(([value, entry]) => ({ value, ...entry })).toSorted((a, b) => a.nodes.length - b.nodes.length) }));
  return odd.toSorted((a, b) => (a.values[0]?.nodes.length ?? 0) - (b.values[0]?.nodes.length ?? 0) || a.values.length - b.values.length);
}
