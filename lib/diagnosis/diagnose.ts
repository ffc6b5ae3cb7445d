import { readDocuments } from './documents/read-documents';
import { engineVersion } from './engine-version';
import { gatherFrom } from './facts/gather-facts';
import { asksFor } from './ranking/asks';
import { nextAfterFix } from './next';
import { judgeAll } from './ranking/judge-all';
import { rank } from './ranking/rank';
import type { Report } from './report';
import { warningsOf } from './warnings';
import { writeReport } from './write-report';

/**
 * The door of the engine: redacted texts in, Report out. Pure: the same texts give the same Report, in Node
 * and in the browser. Never throws for anything a user can send.
 */
export function diagnose(texts: readonly { readonly name: string; readonly text: string }[]): Report {
  const documents = readDocuments(texts);
  const gathered = gatherFrom(documents);
  const ranking = rank(judgeAll(gathered.facts), gathered.facts);
  const asks = asksFor(ranking.suspects, gathered.facts, ranking.verdict);
  const report = writeReport(engineVersion, documents, gathered, ranking, asks);
  const next = nextAfterFix(documents, gathered, ranking);
  const warnings = warningsOf(documents);
  return { ...report, ...(warnings.length > 0 ? { warnings } : {}), ...(next ? { next } : {}) };
}
