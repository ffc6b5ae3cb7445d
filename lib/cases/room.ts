import { filledBytes } from './prisma-client';
import { guarded, StorageFull } from './storage-error';

/** What the database and its objects in a bucket may grow to, in bytes: MAX_TOTAL_BYTES, 10 GiB by default. */
export function mostBytes(): number {
  const value = Number(process.env.MAX_TOTAL_BYTES);
  return Number.isSafeInteger(value) && value > 0 ? value : 10 * 1024 ** 3;
}

/** Throws StorageFull where nothing more is stored: what is there stays readable, and can be deleted. */
export async function refuseWhereFull(): Promise<void> {
  if ((await guarded(filledBytes)) >= mostBytes()) throw new StorageFull('the store holds as much as it may');
}
