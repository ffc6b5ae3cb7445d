// npm run new:cause -- AREA ID STEP: writes the file of a cause, of its Chinese words and of its test, and enters its id.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { causeIds, causeIdsByArea, type CauseArea } from '../lib/diagnosis/cause-ids';
import { steps, type Step } from '../lib/diagnosis/steps';

const usage = `usage: npm run new:cause -- AREA ID STEP
  AREA  ${Object.keys(causeIdsByArea).join(', ')}
  ID    the fault as a noun phrase: rootfs-path-relative
  STEP  ${steps.join(', ')}`;

const isArea = (word: string): word is CauseArea => Object.hasOwn(causeIdsByArea, word);
const isStep = (word: string): word is Step => (steps as readonly string[]).includes(word);

/** Writes the three files below `root` and enters the id in the two lists. Throws with what to do where a word does not fit. */
export function newCause(root: string, area: string, id: string, step: string): string[] {
  if (!isArea(area)) throw new Error(`there is no area ${area}\n${usage}`);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id)) throw new Error(`an id is words in small letters with hyphens: rootfs-path-relative\n${usage}`);
  if (!isStep(step)) throw new Error(`there is no step ${step}\n${usage}`);
  if ((causeIds as readonly string[]).includes(id)) throw new Error(`${id} is a cause already`);
  const folder = path.join(root, 'lib/diagnosis');
  const file = path.join(folder, 'causes', area, `${id}.ts`);
  if (existsSync(file)) throw new Error(`${file} is there already`);
  const name = id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  // Both lists are read and changed before anything is written: a refusal leaves nothing half done.
  const idsFile = path.join(folder, 'cause-ids.ts');
  const ids = edited(idsFile, readFileSync(idsFile, 'utf8'), new RegExp(`(\\n  ${area}: )\\[([^\\]]*)\\]`), (_, key: string, list: string) => {
    const listed = [...(list.match(/'[^']+'/g) ?? []), `'${id}'`].map((one) => `\n    ${one},`);
    return `${key}[${listed.join('')}\n  ]`;
  });
  const indexFile = path.join(folder, 'causes/index.ts');
  const imported = edited(indexFile, readFileSync(indexFile, 'utf8'), /\n\n\/\*\* Every cause by its id/, (end) => `\nimport { ${name} } from './${area}/${id}';${end}`);
  const index = edited(indexFile, imported, /\n\};\s*$/, () => `\n  '${id}': ${name},\n};\n`);
  writeFileSync(idsFile, ids);
  writeFileSync(indexFile, index);
  writeFileSync(file, causeText(id, name, step));
  const [words, test] = [file.replace(/\.ts$/, '.zh.ts'), file.replace(/\.ts$/, '.test.ts')];
  writeFileSync(words, wordsText(id));
  writeFileSync(test, testText(id, name));
  return [file, words, test];
}

function edited(file: string, text: string, place: RegExp, put: (...found: string[]) => string): string {
  if (!place.test(text)) throw new Error(`${file} does not look as expected: enter the id by hand`);
  return text.replace(place, put);
}

const causeText = (id: string, name: string, step: Step) => `import { defineCause, mark, open, proved, refuted } from '../../cause';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './${id}.zh';

interface Match {
  readonly told: boolean;
}

export const ${name} = defineCause({
  id: '${id}',
  step: '${step}',
  effect: 'stops',
  // Which symptoms it shows, and how often such a symptom is this cause: usually, sometimes, rarely.
  explains: {},
  // The facts that \`judge\` may read; each may be missing.
  uses: ['started', 'failure'],
  references: [{ title: 'user_namespaces(7)', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' }],
  words: {
    en: {
      name: 'TODO: the fault as a phrase of at most 80 characters',
      pageWhy: 'TODO: why it stops the start, for the reference.',
      pageTell: 'TODO: how to tell it from its neighbours.',
      pageSure: 'TODO: the evidence that proves it.',
      pageNot: 'TODO: the evidence that rules it out.',
      title: 'TODO: the fault, with what was found',
      explanation: 'TODO: what happens, and why here.',
      told: 'TODO: what this line says.',
      ran: 'TODO: what rules it out.',
      fixTitle: 'TODO: the best fix',
      costs: 'None known.',
    },
    zh,
  },
  judge({ started, failure }, say) {
    if (started?.value) return refuted([mark(started, say('ran'))]);
    const match: Match = { told: failure !== undefined };
    if (failure?.text.includes('TODO: words that mean nothing else')) return proved(match, [mark(failure, say('told'))]);
    return open(match, ['failure']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes: (_, say) => [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), undo: [], verify: [look\`cat config.json\`] })],
});
`;

const wordsText = (id: string) => `/** What \`${id}\` says in Simplified Chinese; docs/chinese.md holds the terms. */
export const zh = {
  name: 'TODO：故障',
  pageWhy: 'TODO：为什么会阻止启动。',
  pageTell: 'TODO：如何与相近的原因区分。',
  pageSure: 'TODO：能证明它的证据。',
  pageNot: 'TODO：能排除它的证据。',
  title: 'TODO：故障，以及所发现的内容',
  explanation: 'TODO：发生了什么，为什么在这里发生。',
  told: 'TODO：这一行说明什么。',
  ran: 'TODO：什么排除了它。',
  fixTitle: 'TODO：最好的修复',
  costs: '没有已知代价。',
} as const;
`;

const testText = (id: string, name: string) => `import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { ${name} } from './${id}';

describeCause(${name}, {
  proved: { 'TODO: the line alone': { 'run.log': runc('TODO: words that mean nothing else') } },
  refuted: { 'TODO: what rules it out': { 'session.txt': asRoot('runc run web', 'hello\\n') } },
  open: { 'TODO: a near miss': { 'run.log': runc('args must not be empty') } },
});
`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const [area = '', id = '', step = ''] = process.argv.slice(2);
    const written = newCause(path.resolve(import.meta.dirname, '..'), area, id, step);
    console.log(`${written.join('\n')}\nFill the three tables of the test first, and give it a bad and a good example in lib/examples/causes/${area}.ts; README says how to go on.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
