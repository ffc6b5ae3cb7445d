// npm run new:message -- FILE SYMPTOM 'template with {holes}' 'the line as it was printed': adds a row to a table of messages.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeDocument } from '../lib/diagnosis/documents/document';
import { readLogLines } from '../lib/diagnosis/documents/log-lines';
import { compileTemplate } from '../lib/diagnosis/messages/template';
import { symptoms } from '../lib/diagnosis/symptoms';

const usage = "usage: npm run new:message -- FILE SYMPTOM 'template with {holes}' 'the line as it was printed'";

/** The end of a file that is one list of symptoms; others hold several programs, or rows that are no failures. */
const listEnd = /\n\]\);\s*$/;
const isList = (text: string) => listEnd.test(text) && text.includes("symptom: '");

/** Adds the row to `lib/diagnosis/messages/FILE.ts` below `root`. Throws with what to do where something does not fit. */
export function newMessage(root: string, table: string, symptom: string, template: string, seen: string): string {
  if (template === '' || seen === '') throw new Error(usage);
  const folder = path.join(root, 'lib/diagnosis/messages');
  const file = path.join(folder, `${table}.ts`);
  const tables = readdirSync(folder).filter((name) => name.endsWith('.ts') && readFileSync(path.join(folder, name), 'utf8').includes("rowsBy('"));
  if (!tables.includes(`${table}.ts`)) throw new Error(`there is no table ${table}; there are ${tables.map((name) => name.slice(0, -3)).join(', ')}`);
  const text = readFileSync(file, 'utf8');
  if (!isList(text)) throw new Error(`${table}.ts is not one list of symptoms: enter the row there by hand`);
  if (!Object.hasOwn(symptoms, symptom)) throw new Error(`there is no symptom ${symptom}; lib/diagnosis/symptoms.ts lists them`);
  const { pattern, phrases } = compileTemplate(template);
  if (phrases.some((phrase) => phrase.trim().length < 4)) throw new Error('the template has no word of four letters of its own to be found by');
  const [line, ...more] = readLogLines({ document: makeDocument('', seen), start: 0, end: seen.length });
  if (more.length > 0) throw new Error('give one line as it was printed, not several');
  if (!line || !pattern.test(line.text)) throw new Error('the template does not match the line; holes are listed in lib/diagnosis/messages/template.ts');
  if (text.includes(quoted(template))) throw new Error(`${table}.ts holds this template already`);
  const row = `  { prints: ${quoted(template)}, symptom: '${symptom}', seen: ${quoted(seen)} },`;
  writeFileSync(file, text.replace(listEnd, () => `\n${row}\n]);\n`));
  return file;
}

/** A string literal of TypeScript. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const [table = '', symptom = '', template = '', seen = ''] = process.argv.slice(2);
    console.log(`${newMessage(path.resolve(import.meta.dirname, '..'), table, symptom, template, seen)}\nIts real line is its test: npm run test:unit`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
