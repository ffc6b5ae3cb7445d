import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MessageRow } from '../lib/diagnosis/messages/message';
import { newMessage } from './new-message';

const project = path.resolve(import.meta.dirname, '..');
const template = 'paper tray {path} is empty: {errno}';
const seen = "runc run failed: the clerk's paper tray /a is empty: operation not permitted";
let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'userns-doctor-message-'));
  cpSync(path.join(project, 'lib/diagnosis'), path.join(root, 'lib/diagnosis'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => path.join(root, 'lib/diagnosis/messages');
const texts = () => Object.fromEntries(readdirSync(folder()).filter((name) => name.endsWith('.ts')).map((name) => [name, readFileSync(path.join(folder(), name), 'utf8')]));

test.each(['runc', 'crun', 'containerd', 'podman', 'rootlesskit', 'shadow', 'unrelated'])('%s takes a row, and reads as before with one more', async (table) => {
  const rowsIn = async (file: string) => ((await import(pathToFileURL(file).href)) as Record<string, readonly MessageRow[]>)[table] ?? [];
  const before = await rowsIn(path.join(project, 'lib/diagnosis/messages', `${table}.ts`));
  const after = await rowsIn(newMessage(root, table, 'mount-refused', template, seen));
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)).toMatchObject({ prints: template, symptom: 'mount-refused', seen });
});

test('the table with its new row compiles', () => {
  const file = newMessage(root, 'runc', 'mount-refused', template, seen);
  const options: ts.CompilerOptions = { noEmit: true, strict: true, skipLibCheck: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] };
  expect(ts.getPreEmitDiagnostics(ts.createProgram([file], options)).map(({ messageText }) => messageText)).toEqual([]);
});

test.each([
  ['host', template, seen, /not one list of symptoms/],
  ['progress', template, seen, /not one list of symptoms/],
  ['harmless', template, seen, /not one list of symptoms/],
  ['../symptoms', template, seen, /no table/],
  ['runc', template, `${seen}\n${seen}`, /one line/],
  ['runc', 'paper {tray} is empty', seen, /no hole is called \{tray\}/],
  ['runc', template, '', /usage/],
])('%s with %s is refused, and no table is touched', (table, prints, line, says) => {
  const before = texts();
  expect(() => newMessage(root, table, 'mount-refused', prints, line)).toThrow(says);
  expect(texts()).toEqual(before);
});

test('the same template is not entered twice', () => {
  newMessage(root, 'runc', 'mount-refused', template, seen);
  expect(() => newMessage(root, 'runc', 'mount-refused', template, seen)).toThrow(/already/);
});
