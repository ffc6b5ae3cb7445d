import { diagnose } from '../../lib/diagnosis/diagnose';
import { messageRows } from '../../lib/diagnosis/messages';
import { messagePhrases } from '../../lib/diagnosis/messages/match';
import { PhraseTable } from '../../lib/diagnosis/messages/phrase-table';
import { compileTemplate } from '../../lib/diagnosis/messages/template';
import { Excerpt } from '../../lib/excerpt/excerpt';
import { interleaved, tell } from './compare';

function scan(bytes: Uint8Array): string {
  const excerpt = new Excerpt();
  for (let from = 0; from < bytes.length; from += 4 * 1024 * 1024) excerpt.add(bytes.subarray(from, from + 4 * 1024 * 1024));
  return excerpt.end().text;
}

/** The scan in a process that is warm: how fast, what it costs beside the diagnosis, and what hostile logs make of it. */
export async function measureWarm(log: Uint8Array): Promise<void> {
  const text = scan(log);
  const part = log.subarray(0, 500_000);
  const patterns = messageRows.flatMap((row) => [row.prints].flat().map((template) => compileTemplate(template, 'errnos' in row ? row.errnos : undefined).pattern));
  const naive = () => {
    for (const line of new TextDecoder().decode(part).split('\n')) for (const pattern of patterns) pattern.exec(line);
  };
  diagnose([{ name: 'run.log', text }]);
  const took = await interleaved({ scan: () => scan(log), naive, judge: () => diagnose([{ name: 'run.log', text }]) });
  const speed = log.length / 1e3 / took.scan;
  tell('warm scan', 'a second', speed, { least: 450 }, 'MB');
  tell('warm scan', 'the speed of every pattern on every line', speed / (part.length / 1e3 / took.naive), { least: 30 });
  tell('all causes judged', 'the time of the scan', took.judge / took.scan, { most: 0.1 });
  await measureGrowth();
  await measurePhrases(log);
}

const line = (text: string, bytes: number) => Buffer.alloc(bytes, `${text}\n`);

/** Logs that are made to be slow, by their size in bytes. */
const hostile: Readonly<Record<string, (bytes: number) => Uint8Array>> = {
  'one endless line': (bytes) => Buffer.alloc(bytes, 'x y z '),
  'a phrase again and again': (bytes) => Buffer.alloc(bytes, messagePhrases[0] ?? ''),
  'a storm of errors': (bytes) => line('time="2026-03-01T10:00:00Z" level=error msg="mount /proc: operation not permitted" id=7', bytes),
  'the most common three letters': (bytes) => Buffer.alloc(bytes, commonest()),
};

/** The block of three letters that ends the windows of most phrases. */
function commonest(): string {
  const counts = new Map<string, number>();
  for (const phrase of messagePhrases) for (let at = 0; at + 3 <= phrase.length; at++) counts.set(phrase.slice(at, at + 3), (counts.get(phrase.slice(at, at + 3)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

async function measureGrowth(): Promise<void> {
  for (const [name, make] of Object.entries(hostile)) {
    const [small, large] = [make(5e6), make(20e6)];
    scan(small);
    const took = await interleaved({ small: () => scan(small), large: () => scan(large) });
    tell(`four times as much of ${name}`, 'the time', took.large / took.small, { most: 5 });
  }
}

async function measurePhrases(log: Uint8Array): Promise<void> {
  // As many again that are made of the same words, in another order.
  const more = messagePhrases.map((phrase) => phrase.split(' ').toReversed().join(' ')).map((phrase) => (messagePhrases.includes(phrase) ? `${phrase} again` : phrase));
  const [once, twice] = [new PhraseTable(messagePhrases), new PhraseTable([...messagePhrases, ...more])];
  const search = (table: PhraseTable) => () => table.scan(log, 0, log.length, () => undefined);
  search(once)();
  search(twice)();
  const took = await interleaved({ once: search(once), twice: search(twice) });
  tell(`${messagePhrases.length * 2} phrases`, `the time of ${messagePhrases.length}`, took.twice / took.once, { most: 1.8 });
}
