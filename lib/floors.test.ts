import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Which of our rooms a room may import besides itself; rooms are folders, the first that fits a file counts. */
const floors: readonly (readonly [room: string, below: readonly string[]])[] = [
  ['lib/diagnosis/documents', []],
  ['lib/diagnosis/messages', ['lib/diagnosis/documents', 'lib/diagnosis/steps', 'lib/diagnosis/symptoms']],
  ['lib/diagnosis/fixes', ['lib/diagnosis/documents', 'lib/diagnosis/report', 'lib/diagnosis/sentence', 'lib/diagnosis/general-words']],
  [
    'lib/diagnosis/facts',
    [
      'lib/diagnosis/documents', 'lib/diagnosis/messages', 'lib/diagnosis/fixes', 'lib/diagnosis/report', 'lib/diagnosis/sentence',
      'lib/diagnosis/general-words', 'lib/diagnosis/steps', 'lib/diagnosis/symptoms',
    ],
  ],
  ['lib/diagnosis/causes', ['lib/diagnosis/cause', 'lib/diagnosis/cause-ids', 'lib/diagnosis/documents/document', 'lib/diagnosis/facts', 'lib/diagnosis/fixes', 'lib/diagnosis/messages/errno', 'lib/diagnosis/messages/message', 'lib/diagnosis/report', 'lib/diagnosis/sentence', 'lib/diagnosis/symptoms']],
  [
    'lib/diagnosis/ranking',
    ['lib/diagnosis/cause', 'lib/diagnosis/cause-ids', 'lib/diagnosis/causes/index', 'lib/diagnosis/facts', 'lib/diagnosis/report', 'lib/diagnosis/steps', 'lib/diagnosis/symptoms'],
  ],
  // The words of the engine, from the lowest to the highest; what is left is the door, diagnose.ts.
  ['lib/diagnosis/steps', []],
  ['lib/diagnosis/cause-ids', []],
  ['lib/diagnosis/general-words', ['lib/diagnosis/sentence']],
  ['lib/diagnosis/symptoms', ['lib/diagnosis/steps']],
  ['lib/diagnosis/symptom-words', ['lib/diagnosis/sentence', 'lib/diagnosis/symptoms']],
  ['lib/diagnosis/pictures/picture', []],
  ['lib/diagnosis/pictures/falls', ['lib/diagnosis/pictures/picture']],
  ['lib/diagnosis/pictures', ['lib/diagnosis/documents/document', 'lib/diagnosis/facts']],
  ['lib/diagnosis/report', ['lib/diagnosis/cause-ids', 'lib/diagnosis/pictures/picture', 'lib/diagnosis/steps']],
  ['lib/diagnosis/sentence', ['lib/diagnosis/report']],
  ['lib/diagnosis/cause', ['lib/diagnosis/cause-ids', 'lib/diagnosis/documents/document', 'lib/diagnosis/facts', 'lib/diagnosis/report', 'lib/diagnosis/sentence', 'lib/diagnosis/steps', 'lib/diagnosis/symptoms']],
  ['lib/diagnosis/evidence', ['lib/diagnosis/cause', 'lib/diagnosis/documents', 'lib/diagnosis/report']],
  [
    'lib/diagnosis/write-report',
    [
      'lib/diagnosis/cause', 'lib/diagnosis/documents', 'lib/diagnosis/evidence', 'lib/diagnosis/facts', 'lib/diagnosis/general-words', 'lib/diagnosis/messages/message', 'lib/diagnosis/messages/version-range',
      'lib/diagnosis/pictures/draw', 'lib/diagnosis/ranking', 'lib/diagnosis/report', 'lib/diagnosis/sentence', 'lib/diagnosis/steps', 'lib/diagnosis/symptoms',
    ],
  ],
  ['lib/diagnosis', []],
  ['lib/environment', []],
  ['lib/redaction', []],
  ['lib/excerpt', ['lib/diagnosis/documents/gap', 'lib/diagnosis/messages']],
  ['lib/intake', ['lib/environment']],
  ['lib/report', ['lib/diagnosis', 'lib/examples']],
  ['lib/fleet', ['lib/excerpt', 'lib/diagnosis', 'lib/redaction', 'lib/report']],
  ['lib/contract', ['lib/diagnosis', 'lib/intake/limits']],
  ['lib/cases', ['lib/database-address.mjs', 'lib/diagnosis', 'lib/environment', 'lib/log.mjs']],
  ['lib/http', ['lib/log.mjs', 'lib/excerpt', 'lib/intake', 'lib/contract', 'lib/diagnosis', 'lib/redaction', 'lib/report', 'lib/cases']],
  // The builders of configs and lines that the tests of causes use.
  ['lib/examples', ['lib/diagnosis/cause-ids', 'lib/diagnosis/testing/bundle-config', 'lib/diagnosis/testing/lines']],
  ['lib/mcp', ['lib/intake', 'lib/diagnosis', 'lib/report', 'lib/http/diagnose-evidence']],
  ['lib/command', ['lib/excerpt', 'lib/fleet', 'lib/intake', 'lib/diagnosis', 'lib/redaction', 'lib/report', 'lib/mcp', 'lib/http/diagnose-evidence']],
  ['lib/offline', ['lib/excerpt', 'lib/diagnosis', 'lib/redaction', 'lib/report', 'lib/intake/archive-kind', 'lib/intake/take-text']],
  ['lib/browser', ['lib/excerpt', 'lib/fleet', 'lib/diagnosis', 'lib/redaction', 'lib/report', 'lib/intake', 'lib/contract']],
];

/** Packages and built-in modules that a room may use; others are not named there. */
const packages: readonly (readonly [room: string, allowed: RegExp])[] = [
  ['lib/diagnosis', /^$/],
  ['lib/environment', /^$/],
  ['lib/redaction', /^$/],
  ['lib/report', /^$/],
  ['lib/examples', /^$/],
  ['lib/fleet', /^$/],
  ['lib/offline', /^$/],
  ['lib/browser', /^$/],
  ['lib/excerpt', /^$/],
  ['lib/intake', /^(?:node:zlib|node:stream|fflate|tar-stream)$/],
  ['lib/contract', /^zod$/],
  ['lib/cases', /^(?:node:(?:path|crypto|util|zlib|fs|timers\/promises)|@libsql\/client|rate-limiter-flexible|@aws-sdk\/client-s3|@prisma\/.*)$/],
  ['lib/mcp', /^(?:node:(?:http|net)|zod|@modelcontextprotocol\/sdk\/.*)$/],
  ['lib/command', /^node:(?:crypto|fs|path|util)$/],
  ['lib/http', /^(?:node:(?:stream|zlib|crypto|fs|net|os|path|worker_threads)|busboy|prom-client|rate-limiter-flexible|tinypool|zod)$/],
];

/** Names of a clock, of chance, of the network and of the machine. */
const impureNames = [
  'Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'crypto', 'fetch', 'XMLHttpRequest', 'WebSocket', 'process', 'console',
  'navigator', 'window', 'self', 'global', 'globalThis', 'Intl', 'require', 'eval', 'Function',
];
const impureProperties = [{ object: 'Math', property: 'random' }, ...['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map((property) => ({ property }))];

interface Source {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesBelow(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/generated\/|\/testing\//.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
      return { file, text, imports: imports.map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name)) };
    });
}

/** `general-words.zh.ts` stands in the room of `general-words.ts`. */
const isIn = (file: string, room: string) => file === room || file.startsWith(`${room}/`) || file.startsWith(`${room}.`);
const roomOf = (file: string) => floors.find(([room]) => isIn(file, room))?.[0];
const lib = sourcesBelow('lib');
const app = sourcesBelow('app');

describe('a room imports nothing from above', () => {
  for (const [room, below] of floors) {
    test(room, () => {
      const mine = lib.filter(({ file }) => roomOf(file) === room);
      expect(mine.length).toBeGreaterThan(0);
      const wrong = mine.flatMap(({ file, imports }) =>
        imports
          .filter((name) => name.startsWith('lib/') || name.startsWith('app/'))
          .filter((name) => !isIn(name, room) && !below.some((one) => isIn(name, one)))
          .map((name) => `${file} imports ${name}`),
      );
      expect(wrong).toEqual([]);
    });
  }
});

test('a cause imports no other cause, only its own words', () => {
  const causes = lib.filter(({ file }) => /^lib\/diagnosis\/causes\/.+\//.test(file));
  const wrong = causes.flatMap(({ file, imports }) => imports.filter((name) => name.startsWith('lib/diagnosis/causes/') && `${name}.ts` !== file.replace(/\.ts$/, '.zh.ts')).map((name) => `${file} imports ${name}`));
  expect(wrong).toEqual([]);
});

test.each(packages)('%s uses no other packages', (room, allowed) => {
  const wrong = lib
    .filter(({ file }) => isIn(file, room))
    .flatMap(({ file, imports }) => imports.filter((name) => !/^(?:lib|app)\//.test(name) && !allowed.test(name)).map((name) => `${file} imports ${name}`));
  expect(wrong).toEqual([]);
});

test('every file of lib stands in a room of both tables', () => {
  const homeless = lib.filter(({ file }) => !roomOf(file) || !packages.some(([room]) => isIn(file, room)));
  expect(homeless.map(({ file }) => file)).toEqual([]);
});

/** The impure names in a text; a local variable called `process` is none, so scopes are asked and not words. */
function impureIn(text: string): string[] {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext } });
  return new Linter()
    .verify(outputText, {
      linterOptions: { noInlineConfig: true },
      rules: { 'no-restricted-globals': ['error', ...impureNames], 'no-restricted-properties': ['error', ...impureProperties] },
    })
    .map(({ message }) => message);
}

test.each(['lib/diagnosis', 'lib/redaction'])('%s has no clock, no chance and no machine', (room) => {
  const wrong = lib.filter(({ file }) => isIn(file, room)).flatMap(({ file, text }) => impureIn(text).map((message) => `${file}: ${message}`));
  expect(wrong).toEqual([]);
});

test.each(['`${Date.now()}`', 'Math["random"]()', 'const { env } = process;', '[fetch]', 'new Date()', 'globalThis.crypto', 'a.localeCompare(b)'])('%s is impure', (text) => {
  expect(impureIn(text)).toHaveLength(1);
});

test.each(["'Date.now()'", '/* process.env */', 'config.process.args', 'const process = 1; [process];'])('%s is pure', (text) => {
  expect(impureIn(text)).toEqual([]);
});

test('pages and routes know neither the database client nor what lies below the doors of the engine', () => {
  const doors = /^lib\/diagnosis\/(?:diagnose|report|sentence|cause-ids|symptoms|steps|causes\/index|apply-fix|fixes\/apply-patch|pictures\/(?:picture|falls))$/;
  const wrong = app.flatMap(({ file, imports }) =>
    imports.filter((name) => /^@prisma\/|generated/.test(name) || (name.startsWith('lib/diagnosis/') && !doors.test(name))).map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});
