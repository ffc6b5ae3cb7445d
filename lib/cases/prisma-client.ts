import path from 'node:path';
import { databaseAddress } from '../database-address.mjs';
import type { DatabaseKind } from './database-kind';
import type { Prisma, PrismaClient } from './generated/sqlite/client';

interface Opened {
  readonly kind: DatabaseKind;
  readonly client: PrismaClient;
}

const opened = new Map<string, Promise<Opened>>();

/** Do other instances share the database? Then nothing that decides an answer is kept in a process. */
export function isShared(): boolean {
  return databaseAddress() !== undefined;
}

/** The database of `DATABASE_URL`, or the file in `DATA_DIR`; opened once a process. */
function open(): Promise<Opened> {
  const address = databaseAddress();
  const folder = path.resolve(/* turbopackIgnore: true */ process.env.DATA_DIR ?? 'data');
  const key = address ?? folder;
  const known = opened.get(key);
  if (known) return known;
  const promise = chosen(address, folder).then(async (kind) => ({ kind, client: await kind.open() }));
  opened.set(key, promise);
  return promise;
}

/** The one place where a database is chosen; of the other one nothing is loaded. */
async function chosen(address: string | undefined, folder: string): Promise<DatabaseKind> {
  if (address !== undefined) return (await import('./postgres')).postgresAt(address);
  return (await import('./sqlite')).sqliteIn(folder);
}

/** The client of the database. */
export async function database(): Promise<PrismaClient> {
  return (await open()).client;
}

/** How long a transaction may wait for its turn and run, in milliseconds. */
const patience = { maxWait: 10_000, timeout: 20_000 };

/** Runs a transaction in which what is deleted or overwritten leaves as little behind as the database can. */
export async function inTransaction<T>(work: (transaction: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  const { kind, client } = await open();
  return client.$transaction(async (transaction) => {
    await kind.beforeErasing(transaction);
    return work(transaction);
  }, patience);
}

/** To be called after a deletion. */
export async function forgetErased(): Promise<void> {
  const { kind, client } = await open();
  await kind.afterErasing(client);
}

/** Bytes of the database that hold something, and of the objects that its documents hold. */
export async function filledBytes(): Promise<number> {
  const { kind, client } = await open();
  return kind.filledBytes(client);
}

/** Closes the clients; for tests and for programs that end. */
export async function closeDatabase(): Promise<void> {
  const open = [...opened.values()];
  opened.clear();
  for (const one of open) await (await one).client.$disconnect();
}
