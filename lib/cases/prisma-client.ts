import path from 'node:path';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaClient } from './generated/sqlite/client';

/** How long a writer waits for another process before it gives up, in milliseconds. */
const busyTimeout = 5000;

const clients = new Map<string, Promise<PrismaClient>>();

/** The client of the database in `DATA_DIR`, one a process; several processes may have the file open. */
export function database(): Promise<PrismaClient> {
  const folder = path.resolve(/* turbopackIgnore: true */ process.env.DATA_DIR ?? 'data');
  const known = clients.get(folder);
  if (known) return known;
  const opened = open(folder).catch((error: unknown) => {
    clients.delete(folder);
    throw error;
  });
  clients.set(folder, opened);
  return opened;
}

async function open(folder: string): Promise<PrismaClient> {
  // The timeout goes to the adapter: set by SQL it would be lost with each new connection.
  const adapter = new PrismaLibSql({ url: `file:${path.join(/* turbopackIgnore: true */ folder, 'cases.db')}`, timeout: busyTimeout });
  const client = new PrismaClient({ adapter });
  // Deleted text leaves no bytes behind in the file.
  await client.$queryRawUnsafe('PRAGMA secure_delete = ON');
  return client;
}

/** Closes the clients; for tests that remove the folder. */
export async function closeDatabase(): Promise<void> {
  const open = [...clients.values()];
  clients.clear();
  for (const client of open) await (await client).$disconnect();
}
