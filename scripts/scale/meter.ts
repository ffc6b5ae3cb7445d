import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execute } from '../temporary-postgres.mjs';

/** What was used since a moment, by the server and by PostgreSQL with all its processes. */
export interface Used {
  /** Seconds of processors. */
  readonly serverSeconds: number;
  readonly databaseSeconds: number;
  /** Statements, those that begin and end a transaction among them. */
  readonly statements: number;
  /** Of the write-ahead log, in bytes. */
  readonly walBytes: number;
  /** Of tables, their indexes and what lies out of line, in bytes. */
  readonly storedBytes: number;
}

/** Ticks of /proc are hundredths of a second on every Linux that Node runs on (proc(5), USER_HZ). */
const ticksPerSecond = 100;

/** What a process and its children that ended have used, in seconds of processors. */
function secondsOf(pid: number): number {
  const file = `/proc/${pid}/stat`;
  // One that ended since it was listed: what it used is its parent's from now on.
  if (!existsSync(file)) return 0;
  // The name of the program, in parentheses, may hold anything.
  const fields = readFileSync(file, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number);
  return fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) / ticksPerSecond;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

/** Asks a PostgreSQL of temporary-postgres.mjs with pg_stat_statements, and the server of a process. */
export function meterOf(folder: string, server: number) {
  const postmaster = Number(readFileSync(path.join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  const now = async () => {
    const [row] = (await execute(
      folder,
      `SELECT (SELECT coalesce(sum(calls), 0) FROM pg_stat_statements) AS calls, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS wal,
              (SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AS stored`,
      'cases',
    )) as { calls: string; wal: string; stored: string }[];
    const database = [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + secondsOf(pid), 0);
    return { serverSeconds: secondsOf(server), databaseSeconds: database, statements: Number(row?.calls), walBytes: Number(row?.wal), storedBytes: Number(row?.stored) };
  };
  return {
    /** What `work` used; what the meter itself asks is not counted. */
    async during(work: () => Promise<void>): Promise<Used> {
      await now();
      const before = await now();
      await work();
      const after = await now();
      return {
        serverSeconds: after.serverSeconds - before.serverSeconds,
        databaseSeconds: after.databaseSeconds - before.databaseSeconds,
        statements: after.statements - before.statements - 1,
        walBytes: after.walBytes - before.walBytes,
        storedBytes: after.storedBytes - before.storedBytes,
      };
    },
  };
}
