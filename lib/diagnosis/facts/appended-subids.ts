import { readLogLines } from '../documents/log-lines';
import type { Region } from '../documents/region';
import type { Facts, SubidRange } from './facts';

/** Where ordinary users begin (login.defs, UID_MIN): stands for `$(id -u)`, whose value the shell knows. */
const firstUser = 1000;

/** Lines that a session appends: `echo "$USER:100000:65536" >> /etc/subuid`. */
export function readAppendedSubids(regions: readonly Region[], facts: Facts): void {
  const appended = /\becho\s+["']?([\w$-]{1,64}):(\d{1,10}|\$\(id -[ug]\)):(\d{1,10})["']?\s*(?:>>|\|\s*(?:sudo )?tee -a)\s*\/etc\/sub([ug])id\b/;
  for (const region of regions) {
    if (region.kind !== 'log' && region.kind !== 'text') continue;
    for (const line of readLogLines(region)) {
      const [, owner = '', start = '', count = '', which] = appended.exec(line.text.slice(0, 512)) ?? [];
      if (owner === '') continue;
      const range: SubidRange = { owner, start: start.startsWith('$') ? firstUser : Number(start), count: Number(count), span: line.span };
      const name = which === 'u' ? 'subuids' : 'subgids';
      facts[name] = { value: { ranges: [...(facts[name]?.value.ranges ?? []), range] }, span: facts[name]?.span ?? line.span };
    }
  }
}
