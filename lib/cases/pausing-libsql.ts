import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Client, Config, InStatement, TransactionMode } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';

/** So long statements may follow each other within one turn of the event loop, in milliseconds. */
const longest = 10;
let until = 0;

async function pause(): Promise<void> {
  if (performance.now() <= until) return;
  await nextTurn();
  until = performance.now() + longest;
}

/**
 * libSQL works within the thread that asks, and what it has done is done at once: without pauses all statements of all requests
 * that are under way make one turn of the event loop, in which nobody else is answered. Within a transaction there is none: a
 * statement of another connection of this process would wait for its lock, within the thread, until its time is over.
 */
export class PausingLibSql extends PrismaLibSql {
  override createClient(config: Config): Client {
    const client = super.createClient(config);
    const [execute, begin] = [client.execute.bind(client), client.transaction.bind(client)];
    client.execute = async (statement: InStatement) => {
      await pause();
      return execute(statement);
    };
    client.transaction = async (mode: TransactionMode = 'write') => {
      await pause();
      return begin(mode);
    };
    return client;
  }
}
