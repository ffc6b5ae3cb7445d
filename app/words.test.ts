import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { examples } from '../lib/examples';
import { checkChinese, proseIn } from '../lib/report/testing/chinese';
import { landingWords } from './words';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));
const tables = files.filter((name) => /words\.ts$/.test(name));

type Tables = Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>>;
const isTables = (value: unknown): value is Tables => typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;

test('there are tables of words', () => expect(tables.length).toBeGreaterThan(8));

test.each(tables)('every text of %s has a Chinese one', async (name) => {
  const exported = Object.values((await import(path.join(import.meta.dirname, name))) as object).filter(isTables);
  expect(exported).toHaveLength(1);
  for (const { en, zh } of exported) expect(checkChinese(en, zh)).toEqual([]);
});

test.each(examples)('the example $id has its title in both languages', ({ id, title }) => {
  const words: Readonly<Record<string, string>> = landingWords.en;
  expect(words[`example-${id}`]).toBe(title);
});

/** Names that are the same in every language. */
const names = new Set(['Userns Doctor', 'Markdown', 'JSON', 'K', '⌘K']);
/** Attributes that a person sees or hears. */
const spoken = new Set(['aria-label', 'aria-description', 'alt', 'label', 'name', 'placeholder', 'title', 'heading', 'close', 'intro']);

/** Texts that stand in a source and reach a person, other than through a table. */
function textsIn(source: string): string[] {
  const found: string[] = [];
  const take = (text: string) => {
    const said = text.trim();
    if (/\p{L}{2}/u.test(said) && !names.has(said)) found.push(said);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) take(node.text);
    // Names of fields of a form are not seen.
    else if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer) && spoken.has(node.name.getText()) && !/^[a-z][A-Za-z]*$/.test(node.initializer.text)) take(node.initializer.text);
    else if (ts.isStringLiteralLike(node) && proseIn(node.text)) take(node.text);
    else if (ts.isTemplateExpression(node) && proseIn([node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('_'))) take(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe('no page says what stands in no table', () => {
  // The phrases of the editor are a table too, under its own English words.
  const pages = files.filter((name) => !/words(?:\.zh)?\.ts$|editor-phrases\.ts$|route\.ts$/.test(name));
  test.each(pages)('%s', (name) => expect(textsIn(readFileSync(path.join(import.meta.dirname, name), 'utf8'))).toEqual([]));

  test.each([
    ['<p>Nothing here</p>', 'Nothing here'],
    ['<button aria-label="Close it" />', 'Close it'],
    ['const why = "the server is busy";', 'the server is busy'],
    ['const why = `${name} is the one`;', '`${name} is the one`'],
  ])('%s is found', (source, text) => expect(textsIn(source)).toEqual([text]));
  test.each(['<p>{word("none")}</p>', '<input name="expiresIn" />', '<b>Userns Doctor</b>', 'const key = "userns-doctor.cases";'])('%s is no text', (source) => expect(textsIn(source)).toEqual([]));
});
