import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The schema engine is the WASM build from npm: nothing is downloaded (scripts/schema-engine.mjs).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'scripts/schema-engine.mjs');

// As scripts/store-url.mjs reads it: the address of a PostgreSQL, or the file of the data folder.
const address = process.env.DATABASE_URL;
const folder = address ? 'prisma/postgres' : 'prisma/sqlite';

export default defineConfig({
  schema: folder,
  migrations: { path: `${folder}/migrations` },
  datasource: { url: address || `file:${path.resolve(process.env.DATA_DIR ?? 'data', 'cases.db')}` },
});
