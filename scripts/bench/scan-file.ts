// The program that `bench:scan` times as a whole process: reads a log in chunks and says what was kept of it.
import { closeSync, openSync, readSync } from 'node:fs';
import { Excerpt } from '../../lib/excerpt/excerpt';

const file = openSync(process.argv[2] ?? '', 'r');
const chunk = new Uint8Array(4 * 1024 * 1024);
const excerpt = new Excerpt();
for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) excerpt.add(chunk.subarray(0, read));
closeSync(file);
const { lines, leftOut } = excerpt.end();
console.log(`${lines} lines, ${leftOut} left out, ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
