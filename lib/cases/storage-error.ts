/** The database is locked by others for longer than we wait: the same request may go through later. */
export class StorageBusy extends Error {}
/** There is no room for the case, or the disk may not be written. */
export class StorageFull extends Error {}

/** Runs an access to the database; what SQLite says of locks and of a full disk becomes a typed error. */
export async function guarded<T>(access: () => Promise<T>): Promise<T> {
  try {
    return await access();
  } catch (error) {
    const said = textOf(error);
    if (/SQLITE_BUSY|SQLITE_LOCKED|database is locked|P1008|timed out/i.test(said)) throw new StorageBusy('the database is busy', { cause: error });
    if (/SQLITE_FULL|database or disk is full|ENOSPC|SQLITE_IOERR|disk I\/O error|SQLITE_READONLY|readonly database/i.test(said)) {
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
