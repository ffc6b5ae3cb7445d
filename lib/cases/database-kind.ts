import type { Prisma, PrismaClient } from './generated/sqlite/client';

/**
 * What one kind of database does in its own way. The clients of all kinds are generated from the same models; the types
 * of SQLite's stand for all.
 */
export interface DatabaseKind {
  open(): Promise<PrismaClient>;
  /** Called first in a transaction that deletes or overwrites. */
  beforeErasing(transaction: Prisma.TransactionClient): Promise<void>;
  /** Called after what was deleted must leave nothing behind, as far as the database can. */
  afterErasing(client: PrismaClient): Promise<void>;
  /** Bytes that hold something: what was deleted is used again and does not count. */
  filledBytes(client: PrismaClient): Promise<number>;
}

/** How long a writer waits for another one before it gives up, in milliseconds. */
export const busyTimeout = 5000;
