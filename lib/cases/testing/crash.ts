import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { build } from 'esbuild';
import { seeded } from '../../../scripts/seeded';
import { startObjectServer, type ObjectServer } from './object-server';

const root = path.resolve(import.meta.dirname, '../../..');
const works = ['create', 'attempt', 'delete', 'change', 'encrypt', 'object', 'migrate'] as const;

type Work = (typeof works)[number];
/** After which of the words that a process tells it may be killed; each is as likely. */
const moments: Readonly<Record<Exclude<Work, 'migrate'>, readonly string[]>> = {
  create: ['ready', 'created'],
  attempt: ['ready', 'created', 'attempted'],
  delete: ['ready', 'created', 'deleting', 'deleted'],
  change: ['ready', 'created', 'deleting', 'deleted'],
  encrypt: ['ready', 'created', 'deleting', 'deleted'],
  object: ['ready', 'created', 'deleting', 'deleted'],
};
/** A process is killed so long after the word at most, in milliseconds: within the work that follows, or the one after that. Sooner is likelier. */
const longest = 150;

/** What became of so many processes that were killed in the middle of their work. */
export interface CrashFigures {
  /** By what the process was at, as its last word tells. */
  readonly kills: Readonly<Record<string, number>>;
  readonly cases: number;
  readonly attempts: number;
  readonly deletions: number;
  /** What was wrong after a kill; empty where nothing was. */
  readonly faults: readonly string[];
}

/** Kills `count` processes, two at a time on one file, each at another moment of its work, and checks the file after each two. */
export async function crash(count: number, seed: number, migrate: (data: string, migrations: string) => Promise<void>): Promise<CrashFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-crash-'));
  const worker = path.join(root, 'node_modules/.cache/userns-doctor', `crash-worker-${process.pid}.mjs`);
  const migrations = path.join(root, 'prisma/sqlite/migrations');
  await build({ entryPoints: [path.join(import.meta.dirname, 'crash-worker.ts')], outfile: worker, bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'error' });
  const objects = await startObjectServer();
  const random = seeded(seed);
  const told = { created: new Set<string>(), attempted: new Set<string>(), deleting: new Set<string>(), deleted: new Set<string>() };
  const kills: Record<string, number> = {};
  const faults: string[] = [];
  try {
    await migrate(folder, migrations);
    for (let killed = 0; killed < count; killed += 2) {
      // One of each in turn, and another one beside it.
      const pair = [killed / 2, Math.floor(random() * works.length)].map((index) => works[index % works.length] ?? 'create');
      const lines = await Promise.all(pair.map((work) => {
        if (work === 'migrate') return killMigration(worker, migrations, random() * 40, migrate);
        const words = moments[work];
        return kill(worker, [work], folder, random() ** 2 * longest, words[Math.floor(random() * words.length)], objects.env);
      }));
      for (const [index, work] of pair.entries()) {
        const at = workAt(work, lines[index] ?? []);
        kills[at] = (kills[at] ?? 0) + 1;
      }
      for (const [word, id] of lines.flat()) if (word !== undefined && word in told && id !== undefined) told[word as keyof typeof told].add(id);
      faults.push(...lines.flat().flatMap(([word, ...rest]) => (word === 'fault' ? [rest.join(' ')] : [])), ...(await faultsOf(folder, told, objects)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(worker, { force: true });
    objects.close();
  }
  return { kills, cases: told.created.size, attempts: told.attempted.size, deletions: told.deleted.size, faults };
}

/** What a process was at when it was killed, as its last word tells. */
function workAt(work: Work, lines: readonly string[][]): string {
  const last = lines.findLast(([word]) => word !== 'fault')?.[0];
  if (work === 'migrate') return last === 'migrated' ? 'nothing, migrated already' : 'migrate';
  if (work === 'change') return last === 'deleting' ? 'change' : 'create';
  if (last === 'deleting') return 'delete';
  if (last === 'created' && work === 'attempt') return 'attempt';
  return work === 'encrypt' || work === 'object' ? `create (${work})` : 'create';
}

/** Lets a process work for so many milliseconds after it told a word for the first time, kills it, and gives what it told; one that ended by itself is a fault. */
function kill(worker: string, args: readonly string[], folder: string, after: number, word = 'ready', more = {}): Promise<string[][]> {
  const child = spawn(process.execPath, [worker, ...args], { cwd: root, env: { ...process.env, DATA_DIR: folder, ...more }, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    let printed = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (`\n${printed}`.includes(`\n${word}`)) timer ??= setTimeout(() => child.kill('SIGKILL'), after);
    });
    // A line that is not ended was not told.
    child.on('close', (code, signal) => {
      const told = printed.split('\n').slice(0, -1).map((line) => line.split(' '));
      // A migration may come to its end before it is killed.
      const early = signal !== 'SIGKILL' && !(code === 0 && args[0] === 'migrate');
      resolve(early ? [...told, ['fault', `${args[0] ?? ''} ended by itself with ${code ?? signal ?? ''}`]] : told);
    });
  });
}

/** Kills a migration of a database of the first version; the next start must bring it to its end. */
async function killMigration(worker: string, migrations: string, after: number, migrate: (data: string, migrations: string) => Promise<void>): Promise<string[][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-crash-'));
  try {
    const [first = ''] = readdirSync(migrations).sort();
    cpSync(path.join(migrations, first), path.join(folder, 'old', first), { recursive: true });
    await migrate(folder, path.join(folder, 'old'));
    const told = await kill(worker, ['migrate', folder, migrations], folder, after);
    await migrate(folder, migrations);
    const wrong = await faultsOf(folder, { created: new Set(), attempted: new Set(), deleting: new Set(), deleted: new Set() });
    return [...told.filter(([word]) => word !== 'created'), ...wrong.map((fault) => ['fault', 'migrate:', fault])];
  } catch (error) {
    return [['fault', 'migrate:', String(error)]];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Told = Readonly<Record<'created' | 'attempted' | 'deleting' | 'deleted', ReadonlySet<string>>>;

async function faultsOf(folder: string, { created, attempted, deleting, deleted }: Told, objects?: ObjectServer): Promise<string[]> {
  const database = createClient({ url: `file:${path.join(folder, 'cases.db')}`, timeout: 5000 });
  const rows = async (sql: string) => (await database.execute(sql)).rows;
  try {
    const [integrity] = await rows('PRAGMA integrity_check');
    const living = new Map((await rows('SELECT c."id", count(a."id") + count(e."caseId") AS parts FROM "Case" c LEFT JOIN "Attempt" a ON a."caseId" = c."id" LEFT JOIN "Envelope" e ON e."caseId" = c."id" WHERE c."deletedAt" IS NULL GROUP BY c."id"')).map(({ id, parts }) => [String(id), Number(parts)]));
    const halves = await rows('SELECT "id" FROM "Attempt" WHERE "id" NOT IN (SELECT "attemptId" FROM "StoredDocument")');
    const remains = await rows('SELECT a."id" FROM "Attempt" a JOIN "Case" c ON c."id" = a."caseId" WHERE c."deletedAt" IS NOT NULL');
    const envelopes = await rows('SELECT e."caseId" FROM "Envelope" e JOIN "Case" c ON c."id" = e."caseId" WHERE c."deletedAt" IS NOT NULL');
    const held = new Set((await rows('SELECT "object" FROM "StoredDocument" WHERE "object" IS NOT NULL')).map(({ object }) => String(object)));
    const loose = new Set((await rows('SELECT "key" FROM "LooseObject"')).map(({ key }) => String(key)));
    return [
      ...(integrity?.integrity_check === 'ok' ? [] : [`integrity: ${String(integrity?.integrity_check)}`]),
      ...(await rows('PRAGMA foreign_key_check')).map(() => 'a row without the one that it belongs to'),
      ...[...living].filter(([, parts]) => parts === 0).map(([id]) => `half a case: ${id}`),
      ...halves.map(() => 'half an attempt'),
      ...remains.map(() => 'a deleted case with an attempt'),
      ...envelopes.map(() => 'a deleted case with its envelope'),
      ...[...held].filter((key) => objects?.objects.has(key) === false).map((key) => `an object that a document holds is not there: ${key}`),
      ...[...(objects?.objects.keys() ?? [])].filter((key) => !held.has(key) && !loose.has(key)).map((key) => `an object that nobody knows: ${key}`),
      ...[...created].filter((id) => !deleting.has(id) && !living.has(id)).map((id) => `lost: ${id}`),
      ...[...attempted].filter((id) => !deleting.has(id) && living.get(id) !== 2).map((id) => `a lost attempt: ${id}`),
      ...[...deleted].filter((id) => living.has(id)).map((id) => `came back: ${id}`),
    ];
  } finally {
    database.close();
  }
}
