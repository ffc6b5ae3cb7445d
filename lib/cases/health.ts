import { database } from './prisma-client';

/** Does the database answer? */
export async function databaseHealth(): Promise<boolean> {
  try {
    await (await database()).case.count({ take: 1 });
    return true;
  } catch {
    return false;
  }
}
