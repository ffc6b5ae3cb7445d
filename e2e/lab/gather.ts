import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Upload } from './app';
import type { Bundle } from './bundle';

const collector = path.resolve(import.meta.dirname, '../../public/collect.sh');
const inWorld = '/usr/local/share/collect.sh';
const file = '/tmp/userns-doctor.txt';

/** What a user brings: the one file of the product's collector, which starts the container once more and keeps what is said. */
export function gather(bundle: Bundle, corrected: boolean): Upload[] {
  const { world, folder, fault } = bundle;
  copyFileSync(collector, world.outside(inWorld));
  bundle.clear();
  const line = bundle.line(corrected);
  // A line that only a shell can read is handed to one.
  const command = /^[\w@%+=:,./ -]+$/.test(line) ? line : `bash -c '${line.replaceAll("'", `'\\''`)}'`;
  const { status, output } = world.type(`rm -f ${file}; ${bundle.shell(corrected)}sh ${inWorld} --bundle ${folder} -o ${file} -- ${command}`, folder, fault.user);
  if (!world.exists(file)) throw new Error(`the collector wrote nothing, status ${status}: ${output.slice(-1500)}`);
  return [{ name: path.basename(file), text: world.read(file) }];
}
