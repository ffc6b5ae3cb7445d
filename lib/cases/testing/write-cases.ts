// A process of its own that stores cases in DATA_DIR, as many as its argument says, and prints each id once it is stored.
import { openCase } from '../open-case';
import { closeDatabase } from '../prisma-client';
import { someCase } from './fresh-store';

for (let number = Number(process.argv[2]); number > 0; number--) {
  const { id } = await openCase(someCase());
  process.stdout.write(`${id}\n`);
}
await closeDatabase();
