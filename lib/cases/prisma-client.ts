import path from 'node:path';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaClient, type Prisma } from './generated/sqlite/client';

/** How long a writer waits for another process before it gives up, in milliseconds. */
const busyTimeout = 5000;

const clients = new Map<string, Promise<PrismaClient>>();

/** The client of the database in `DATA_DIR`, one a process; several processes may have the file open. */
export function database(): Promise<PrismaClient> {
  const folder = path.resolve(/* turbopackIgnore: true */ process.env.DATA_DIR ?? 'data');
  const known = clients.get(folder);
  if (known) return known;
  const opened = Promise.resolve(open(folder));
  clients.set(folder, opened);
  return opened;
}

function open(folder: string): PrismaClient {
  // The timeout goes to the adapter: set by SQL it would be lost with each new connection.
  const adapter = new PrismaLibSql({ url: `file:${path.join(/* turbopackIgnore: true */ folder, 'cases.db')}`, timeout: busyTimeout });
  return new PrismaClient({ adapter });
}

/** How long a transaction may wait for its turn and run, in milliseconds. */
const patience = { maxWait: 10_000, timeout: 20_000 };

/** Runs a transaction in which what is deleted or overwritten leaves no bytes behind in the file. */
export async function inTransaction<T>(work: (transaction: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  const client = await database();
  return client.$transaction(async (transaction) => {
    // Each transaction may have a connection of its own, and the setting belongs to the connection.
    await transaction.$queryRawUnsafe('PRAGMA secure_delete = ON');
    return work(transaction);
  }, patience);
}

/** So often, and with such a pause in milliseconds, a reader of the log is waited for. */
const waits = { most: 20, pause: 100 };

/**
 * Writes the log of the database into its file and empties it: until then the log holds what was deleted. Where
 * somebody reads for longer than two seconds it is left for the next time.
 */
export async function truncateLog(): Promise<void> {
  const client = await database();
  for (let tries = 0; tries < waits.most; tries++) {
    const [checkpoint] = await client.$queryRawUnsafe<{ busy: number | bigint }[]>('PRAGMA wal_checkpoint(TRUNCATE)');
    if (Number(checkpoint?.busy ?? 0) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, waits.pause));
  }
}

/** Bytes of the database that hold something: what was deleted is used again and does not count. */
export async function filledBytes(): Promise<number> {
  const [row] = await (await database()).$queryRawUnsafe<{ bytes: number | bigint }[]>(
    'SELECT (page_count - freelist_count) * page_size AS bytes FROM pragma_page_count, pragma_freelist_count, pragma_page_size',
  );
  return Number(row?.bytes ?? 0);
}

/** Closes the clients; for tests that remove the folder. */
export async function closeDatabase(): Promise<void> {
  const open = [...clients.values()];
  clients.clear();
  for (const client of open) await (await client).$disconnect();
}
