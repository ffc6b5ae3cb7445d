// npm run fuzz -- [--seconds N] [--seed N]: every reader on broken input for N seconds each (60), and every message pattern
// on its own worst input. Ends with status 1 at the first error, or where time grows faster than the input.
import fc from 'fast-check';
import { examples } from '../lib/examples';
import { diagnose } from '../lib/diagnosis/diagnose';
import { makeDocument, type Document } from '../lib/diagnosis/documents/document';
import { readAcls } from '../lib/diagnosis/documents/file-acls';
import { readIdMap, readSubids } from '../lib/diagnosis/documents/id-files';
import { readJson } from '../lib/diagnosis/documents/json';
import { readListing } from '../lib/diagnosis/documents/listings';
import { readLogLines } from '../lib/diagnosis/documents/log-lines';
import { readMounts } from '../lib/diagnosis/documents/mounts';
import { recognise } from '../lib/diagnosis/documents/recognise';
import { readSysctls } from '../lib/diagnosis/documents/sysctl';
import { readToldLines } from '../lib/diagnosis/documents/told-lines';
import { readVersions } from '../lib/diagnosis/documents/versions';
import { applyPatch } from '../lib/diagnosis/fixes/apply-patch';
import { messageRows } from '../lib/diagnosis/messages/index';
import { matchLine } from '../lib/diagnosis/messages/match';
import { compileTemplate } from '../lib/diagnosis/messages/template';
import { wordings, wordingsIn } from '../lib/diagnosis/messages/wordings/index';
import { redact } from '../lib/redaction/redact';

const option = (name: string, usual: number) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1] ?? usual) || usual;
const seconds = option('seconds', 60);
const seed = option('seed', 1);

const whole = (document: Document) => ({ document, start: 0, end: document.text.length, kind: 'text' as const });
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  recognise: (text) => recognise(makeDocument('x', text)),
  json: (text) => readJson(whole(makeDocument('x', text))),
  listing: (text) => readListing(whole(makeDocument('x', text))),
  'log lines and messages': (text) => readLogLines(whole(makeDocument('x', text))).map(matchLine),
  'file ACLs': (text) => readAcls(whole(makeDocument('x', text))),
  'events in YAML': (text) => recognise(makeDocument('x', `kind: Event\napiVersion: v1\nmessage: ${text}`)).regions.map(readToldLines),
  wordings: (text) => text.split('\n').map(wordingsIn),
  versions: (text) => readVersions(whole(makeDocument('x', text))),
  sysctl: (text) => readSysctls(whole(makeDocument('x', text))),
  mounts: (text) => readMounts(whole(makeDocument('x', text))),
  'subordinate IDs': (text) => readSubids(whole(makeDocument('x', text))),
  'ID maps': (text) => readIdMap(whole(makeDocument('x', text))),
  redaction: (text) => redact([{ name: 'x', text }]),
  patch: (text) => applyPatch(text, [{ op: 'add', path: '/a/-', value: { b: [1] } }, { op: 'remove', path: '/root/path' }]),
  diagnosis: (text) => diagnose([{ name: 'x', text }]),
};

const seeds = [...examples.flatMap(({ files }) => files.map(({ text }) => text)), ...messageRows.map(({ seen }) => seen)];
const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...seeds, '"', '\\', '\n', '{', '[', '\0'));
const input = fc
  .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(300), piece), { maxLength: 4 }))
  .map(([text, changes]) => changes.reduce(mutate, text));

function mutate(text: string, [at, length, put]: readonly [number, number, string]): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + length);
}

for (const [name, read] of Object.entries(readers)) {
  let runs = 0;
  fc.assert(
    fc.property(input, (text) => {
      runs++;
      read(text);
    }),
    { seed, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false },
  );
  console.log(`${name}: ${runs} inputs, no error`);
}

/** Time of the processor for one run in milliseconds, the least of five: a clock counts what others do on a shared machine. */
function time(work: () => unknown): number {
  return Math.min(...[1, 2, 3, 4, 5].map(() => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  }));
}

let slow = 0;
for (const template of messageRows.flatMap(({ prints }) => [prints].flat())) {
  const { pattern } = compileTemplate(template);
  // Nearly the message, over and over: every hole can begin everywhere and never ends.
  const near = template.replaceAll('…', 'a').replace(/\{\w+\}/g, '/a').slice(0, -1);
  const line = (count: number) => `${near} `.repeat(count);
  const [short, long] = [line(40), line(160)];
  const ratio = time(() => pattern.test(long)) / Math.max(time(() => pattern.test(short)), 0.05);
  // Four times the input may take four times as long; twelve leaves room for noise.
  if (ratio > 12) {
    slow++;
    console.error(`grows ${ratio.toFixed(1)} times for 4 times the input: ${template}`);
  }
}
for (const { words } of wordings) {
  const near = words.replaceAll('…', '/a').slice(0, -1);
  const [short, long] = [40, 160].map((count) => `${near} `.repeat(count));
  const ratio = time(() => wordingsIn(long ?? '')) / Math.max(time(() => wordingsIn(short ?? '')), 0.05);
  if (ratio > 12) {
    slow++;
    console.error(`grows ${ratio.toFixed(1)} times for 4 times the input: ${words}`);
  }
}
console.log(`${messageRows.length} rows, ${wordings.length} wordings: ${slow} patterns grow faster than their input`);
process.exit(slow > 0 ? 1 : 0);
