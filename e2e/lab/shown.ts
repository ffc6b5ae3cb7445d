import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Example } from '../../lib/examples';
import { recordingsOf } from './record';
import type { Trial } from './trial';

/** A recorded failure that the front page shows; `brings` is what a person would have sent, the output apart. */
interface Shown {
  readonly id: string;
  readonly title: string;
  readonly fault: string;
  readonly runtime: string;
  readonly brings: readonly ('config' | 'listing')[];
}

export const shown: readonly Shown[] = [
  { id: 'ctr-relative-rootfs', title: 'ctr run with a relative root.path', fault: 'ctr-relative-root', runtime: 'containerd-1.6 runc-1.1', brings: ['config'] },
  { id: 'rootfs-owned-by-root', title: 'A rootfs that belongs to host root', fault: 'mount-points-of-host-root', runtime: 'runc-1.1', brings: ['config', 'listing'] },
  { id: 'parent-closed', title: 'A bundle below a directory at 0750', fault: 'bundle-folder-closed', runtime: 'runc-1.1', brings: ['config', 'listing'] },
  { id: 'devpts-gid', title: 'A map of a single ID, and a terminal group', fault: 'terminal-group-unmapped', runtime: 'runc-1.1', brings: ['config'] },
  { id: 'user-unmapped', title: 'A process user outside the map', fault: 'user-unmapped', runtime: 'runc-1.1', brings: ['config'] },
  { id: 'sysfs-host-network', title: 'sysfs on a shared network namespace', fault: 'sysfs-on-host-network', runtime: 'runc-1.1', brings: ['config'] },
  { id: 'no-gid-map', title: 'A user namespace with half of its maps', fault: 'gid-map-missing', runtime: 'runc-1.1', brings: [] },
];

const target = path.resolve(import.meta.dirname, '../../lib/examples/recorded.json');

/** Cuts the files of a person out of what the collector took. */
function filesOf(bundle: string, brings: Shown['brings']): Example['files'] {
  const blocks = bundle.split(/^(?=\w+@node:\S*[#$] )/m);
  const after = (command: RegExp) => blocks.find((block) => command.test(block.split('\n', 1)[0] ?? '')) ?? '';
  const config = after(/ cat \S+\/config\.json$/);
  return [
    ...(brings.includes('config') ? [{ name: 'config.json', text: config.slice(config.indexOf('\n') + 1) }] : []),
    { name: 'output.txt', text: blocks[0] ?? '' },
    ...(brings.includes('listing') ? [{ name: 'ls.txt', text: after(/ ls -ldn /) }] : []),
  ];
}

/** Puts what these trials recorded in the place of the examples that they stand for. */
export function writeShown(trials: readonly Trial[]): void {
  const before = JSON.parse(readFileSync(target, 'utf8')) as Example[];
  const now = shown.flatMap(({ id, title, fault, runtime, brings }): Example[] => {
    const trial = trials.find((one) => one.fault.id === fault && one.starter.id === runtime);
    const text = trial && recordingsOf(trial)[0]?.files[0]?.text;
    if (text === undefined) return before.filter((one) => one.id === id);
    return [{ id, title, runtime: trial?.starter.name.split(',')[0] ?? '', files: filesOf(text, brings) }];
  });
  writeFileSync(target, `${JSON.stringify(now, undefined, 2)}\n`);
}
