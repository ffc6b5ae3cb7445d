import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The schema engine is the WASM build from npm: nothing is downloaded (scripts/schema-engine.mjs).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'scripts/schema-engine.mjs');

export default defineConfig({
  schema: 'prisma/sqlite',
  migrations: { path: 'prisma/sqlite/migrations' },
  datasource: { url: `file:${path.resolve(process.env.DATA_DIR ?? 'data', 'cases.db')}` },
});
