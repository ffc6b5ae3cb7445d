// For each symptom: how often, over the labelled cases, the cause that `explains` calls usual was the right one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { causes } from '../lib/diagnosis/causes/index';
import { causeIds, type CauseId } from '../lib/diagnosis/cause-ids';
import { gatherFacts } from '../lib/diagnosis/facts/gather-facts';
import type { HowOften } from '../lib/diagnosis/cause';

const folder = process.argv[2] ?? '../shared/cases';
const isCause = (id: string): id is CauseId => (causeIds as readonly string[]).includes(id);
const counts = new Map<string, Record<HowOften | 'not named', number>>();

for (const name of readdirSync(folder)) {
  const file = path.join(folder, name, 'case.json');
  if (!existsSync(file)) continue;
  const { expected } = JSON.parse(readFileSync(file, 'utf8')) as { expected: { rootCause: string | null } };
  const inputs = path.join(folder, name, 'inputs');
  const { failure } = gatherFacts(readdirSync(inputs).map((one) => ({ name: one, text: readFileSync(path.join(inputs, one), 'utf8') })));
  if (!failure || !expected.rootCause || !isCause(expected.rootCause)) continue;
  const word = causes[expected.rootCause].explains[failure.symptom] ?? 'not named';
  const row = counts.get(failure.symptom) ?? { usually: 0, sometimes: 0, rarely: 0, 'not named': 0 };
  row[word]++;
  counts.set(failure.symptom, row);
}

console.log('\nWhere a symptom was seen, the right cause was called');
console.table(Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))));
