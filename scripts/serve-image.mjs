// What an image runs: everything is built, so the store is migrated and served, in one process that signals reach.
import { databaseAddress } from '../lib/database-address.mjs';
import { dataFolder, migrateData } from './prepare.mjs';

process.umask(0o077);
await migrateData(dataFolder, databaseAddress());
process.argv.splice(2, Infinity, process.env.PORT ?? '3000', process.env.HOST ?? '127.0.0.1');
await import('./serve.mjs');
