import { describe } from 'vitest';
import { postgresPrograms } from '../../../scripts/temporary-postgres.mjs';
import { freshStore, type FreshStore } from './fresh-store';

export type Kind = 'SQLite' | 'PostgreSQL';

const isHere = postgresPrograms() !== undefined;
/** Where root runs CI, scripts/tools.mjs installs it: its tests then fail rather than be left out. */
const skipped = !isHere && !(process.env.CI && process.getuid?.() === 0);
if (skipped) console.warn('PostgreSQL is not installed (Debian: apt-get install postgresql): its tests are skipped.');

/** Runs the same tests on SQLite and on a real PostgreSQL; `fresh` gives an empty store of the kind. */
export function onEachDatabase(tests: (fresh: () => Promise<FreshStore>, kind: Kind) => void): void {
  describe('on SQLite', () => tests(() => freshStore('SQLite'), 'SQLite'));
  describe.skipIf(skipped)('on PostgreSQL', () => tests(() => freshStore('PostgreSQL'), 'PostgreSQL'));
}
