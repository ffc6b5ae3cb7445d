/** The database is locked by others for longer than we wait: the same request may go through later. */
export class StorageBusy extends Error {}
/** There is no database at its address, or it went away: whether the last write was kept is not known. */
export class StorageUnreachable extends Error {}
/** The text of a document lies in an object that is no longer there. */
export class ObjectGone extends Error {}
/** There is no room for the case, or the disk may not be written. */
export class StorageFull extends Error {}

// Words of SQLite, codes of Prisma (P…, its error reference) and of PostgreSQL (five signs, its appendix A).
const busy = /SQLITE_BUSY|SQLITE_LOCKED|database is locked|P1008|P2024|P2028|P2034|P2037|\b(?:40P01|40001|53300|55P03)\b|lock timeout|timed out|timeout exceeded when trying to connect/i;
const full = /SQLITE_FULL|database or disk is full|ENOSPC|No space left on device|SQLITE_IOERR|disk I\/O error|SQLITE_READONLY|readonly database|\b(?:53100|25006)\b|read-only transaction/i;
const unreachable = /P1001|P1017|ECONNREFUSED|ECONNRESET|ENOTFOUND|Connection terminated|\b(?:57P0[1-3]|08006)\b/i;

/** Runs an access to the database; what the databases say of locks, of a full disk and of lost connections becomes a typed error. */
export async function guarded<T>(access: () => Promise<T>): Promise<T> {
  try {
    return await access();
  } catch (error) {
    if (error instanceof StorageUnreachable || error instanceof StorageBusy || error instanceof ObjectGone) throw error;
    const said = textOf(error);
    if (unreachable.test(said)) throw new StorageUnreachable('the database cannot be reached', { cause: error });
    if (busy.test(said)) throw new StorageBusy('the database is busy', { cause: error });
    if (full.test(said)) {
      throw new StorageFull('there is no room to store the case', { cause: error });
    }
    throw error;
  }
}

/** An error's message with those of its causes; Prisma keeps the database's own words in `meta` or `cause`. */
function textOf(error: unknown, depth = 0): string {
  if (depth > 4 || typeof error !== 'object' || error === null) return String(error);
  const { message, code, cause, meta } = error as { message?: unknown; code?: unknown; cause?: unknown; meta?: unknown };
  return [message, code, meta === undefined ? '' : JSON.stringify(meta), cause === undefined ? '' : textOf(cause, depth + 1)].join(' ');
}
