import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Upload } from './app';
import type { Bundle } from './bundle';
import { quoted } from './shell';

const collector = path.resolve(import.meta.dirname, '../../public/collect.sh');
const inWorld = '/usr/local/share/collect.sh';
const file = '/tmp/userns-doctor.txt';

/** What is brought: the collector's file, the config with what the terminal showed, or what it showed alone. */
export const kinds = ['collector', 'config', 'terminal'] as const;
export type Kind = (typeof kinds)[number];

/** What a user brings of a start that printed this; the collector starts it once more. */
export function gather(bundle: Bundle, corrected: boolean, kind: Kind, output: string): Upload[] {
  if (kind === 'collector') return collect(bundle, corrected);
  const { fault, folder } = bundle;
  const prompt = `${fault.user ?? 'root'}@node:${folder}${fault.user ? '$' : '#'} `;
  const terminal = { name: 'terminal.txt', text: `${prompt}${bundle.shell(corrected)}${bundle.line(corrected)}\n${output}` };
  return kind === 'config' ? [{ name: 'config.json', text: bundle.readConfig() }, terminal] : [terminal];
}

/** The one file of the product's collector, which starts the container once more and keeps what is said. */
function collect(bundle: Bundle, corrected: boolean): Upload[] {
  const { world, folder, fault } = bundle;
  copyFileSync(collector, world.outside(inWorld));
  bundle.clear();
  const line = bundle.line(corrected);
  // A line that only a shell can read is handed to one.
  const command = /^[\w@%+=:,./ -]+$/.test(line) ? line : `bash -c ${quoted(line)}`;
  const { status, output } = world.type(`rm -f ${file}; ${bundle.shell(corrected)}sh ${inWorld} --bundle ${quoted(folder)} -o ${file} -- ${command}`, folder, fault.user);
  if (!world.exists(file)) throw new Error(`the collector wrote nothing, status ${status}: ${output.slice(-1500)}`);
  return [{ name: path.basename(file), text: world.read(file) }];
}
