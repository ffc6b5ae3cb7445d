// A process of its own that works on the store in DATA_DIR until it is killed, and tells each thing that it has done.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { addAttempt } from '../add-attempt';
import { compressedNow } from '../compressed';
import { openEncryptedCase } from '../envelope';
import { changeCase, deleteCase } from '../manage-case';
import { openCase } from '../open-case';
import { rotateLink } from '../rotate-link';
import { diagnose } from '../../diagnosis/diagnose';

const [work = 'create', folder = '', migrations = ''] = process.argv.slice(2);
const tell = (...words: readonly string[]) => process.stdout.write(`${words.join(' ')}\n`);

/** Too much for one page of the database, and different each time. */
const text = () => Array.from({ length: 4000 }, () => Math.random().toString(36)).join('\n');

/** One that lies in blocks, and so in an object. */
const large = work === 'object' ? compressedNow(text().repeat(30)) : undefined;

function attempt() {
  const document = { name: 'run.log', kind: 'text', bytes: 1, lines: 1, content: large ?? compressedNow(text()) };
  return { title: 'web', note: '', documents: [document], report: diagnose([{ name: 'run.log', text: 'runc run failed: args must not be empty\n' }]) };
}

if (work === 'migrate') {
  const { migrate } = (await import(path.join(migrations, '../../../scripts/migrate.mjs'))) as { migrate(data: string, migrations: string): Promise<void> };
  tell('ready');
  await migrate(folder, migrations);
  tell('migrated');
} else {
  tell('ready');
  for (;;) {
    const { id } = work === 'encrypt' ? await openEncryptedCase(randomBytes(100_000)) : await openCase(attempt());
    tell('created', id);
    if (work === 'attempt') {
      const { documents, report } = attempt();
      if (await addAttempt(id, { number: 2, after: 'fix', documents, report })) tell('attempted', id);
    } else if (work === 'delete' || ((work === 'encrypt' || work === 'object') && Math.random() < 0.5)) {
      tell('deleting', id);
      await deleteCase(id);
      tell('deleted', id);
    } else if (work === 'change') {
      tell('deleting', id);
      await changeCase(id, { title: 'another' });
      const renewed = await rotateLink(id);
      tell('deleted', id);
      if (renewed) tell('created', renewed);
    }
  }
}
