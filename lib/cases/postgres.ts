import { PrismaPg } from '@prisma/adapter-pg';
import { fromEnvironment } from '../environment';
import { busyTimeout, type DatabaseKind } from './database-kind';
import type { PrismaClient as SqliteClient } from './generated/sqlite/client';
import { PrismaClient } from './generated/postgres/client';

/** Connections of one process: DATABASE_CONNECTIONS, 10 by default. All instances together need fewer than the server's max_connections. */
const connections = () => fromEnvironment('DATABASE_CONNECTIONS', 10);

/** A PostgreSQL at an address, which any number of instances share. */
export function postgresAt(address: string): DatabaseKind {
  return {
    open() {
      const adapter = new PrismaPg({
        connectionString: address,
        application_name: 'userns-doctor',
        max: connections(),
        connectionTimeoutMillis: busyTimeout,
        lock_timeout: busyTimeout,
      });
      // The same models: the clients differ in filters of texts that nobody uses here.
      return Promise.resolve(new PrismaClient({ adapter }) as unknown as SqliteClient);
    },
    // PostgreSQL writes over what was deleted when it vacuums, and keeps its log as its administrator says.
    beforeErasing: () => Promise.resolve(),
    afterErasing: () => Promise.resolve(),

    /** Triggers keep the sum: the size of the files also counts what was deleted. */
    async filledBytes(client) {
      const [row] = await client.$queryRawUnsafe<{ bytes: bigint }[]>('SELECT coalesce(sum("bytes"), 0)::bigint AS bytes FROM "StoredBytes"');
      return Number(row?.bytes ?? 0);
    },
  };
}
