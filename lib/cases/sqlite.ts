import path from 'node:path';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { busyTimeout, type DatabaseKind } from './database-kind';
import { PrismaClient } from './generated/sqlite/client';
import { PausingLibSql } from './pausing-libsql';

/** So often, and with such a pause in milliseconds, a reader of the log is waited for. */
const waits = { most: 20, pause: 100 };

/** The file `cases.db` of a folder; several processes may have it open. */
export function sqliteIn(folder: string): DatabaseKind {
  const url = `file:${path.join(/* turbopackIgnore: true */ folder, 'cases.db')}`;
  return {
    open() {
      // The timeout goes to the adapter: set by SQL it would be lost with each new connection.
      return Promise.resolve(new PrismaClient({ adapter: new PausingLibSql({ url, timeout: busyTimeout }) }));
    },

    async beforeErasing(transaction) {
      // Each transaction may have a connection of its own, and the setting belongs to the connection.
      await transaction.$queryRawUnsafe('PRAGMA secure_delete = ON');
    },

    /**
     * Empties the log into the file: until then the log holds what was deleted. Where somebody reads for longer than two seconds,
     * a backup say, it is left for the next time. SQLite waits within the thread, so this has a connection that does not wait.
     */
    async afterErasing() {
      const connection = await new PrismaLibSql({ url }).connect();
      try {
        for (let tries = 0; tries < waits.most; tries++) {
          const { rows } = await connection.queryRaw({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', args: [], argTypes: [] });
          if (Number(rows[0]?.[0] ?? 0) === 0) return;
          await new Promise((resolve) => setTimeout(resolve, waits.pause));
        }
      } finally {
        await connection.dispose();
      }
    },

    async filledBytes(client) {
      const [row] = await client.$queryRawUnsafe<{ bytes: number | bigint }[]>(
        'SELECT (page_count - freelist_count) * page_size + (SELECT coalesce(sum("objectBytes"), 0) FROM "StoredDocument" WHERE "objectBytes" > 0) AS bytes FROM pragma_page_count, pragma_freelist_count, pragma_page_size',
      );
      return Number(row?.bytes ?? 0);
    },
  };
}
