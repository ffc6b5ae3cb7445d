import type { Span } from '../documents/document';
import { readSubids, subidFileOf, type SubidGrant } from '../documents/id-files';
import type { Region } from '../documents/region';
import type { Facts, SubidFile } from './facts';
import { withoutOutput } from './without-output';

/** A command that prints every line of the files behind it; `grep` puts the file's name before each line of several. */
const whole = /^(?:id; )?(?:sudo )?(?:cat|grep (?:-[Hhs]+ )*(?:\.|:|''|"")) ((?:\/etc\/sub[ug]id ?)+)$/;

/** What /etc/subuid and /etc/subgid grant: the first showing of each file counts. */
export function readSubidFiles(regions: readonly Region[], facts: Facts): void {
  for (const region of regions) {
    if (region.kind !== 'subid') continue;
    const grants = readSubids(region);
    const named = subidFileOf(region);
    for (const which of ['subuid', 'subgid'] as const) {
      const mine = grants.filter(({ file }) => file === which || file === 'either');
      // Of a file that was printed whole, nothing is known to be there but its lines; other silence tells nothing.
      if (mine.length > 0 || (grants.length === 0 && (named === which || named === 'either')) || printsWhole(region, which)) keep(which, mine, region, facts);
    }
  }
  // `id` printed its line, and the files have none.
  const answered = new Set(regions.filter(({ kind }) => kind === 'subid').map(({ command }) => command));
  const empty = regions.filter(({ kind, command }) => kind === 'identity' && command && !answered.has(command));
  for (const region of [...withoutOutput(regions), ...empty]) {
    for (const which of ['subuid', 'subgid'] as const) if (printsWhole(region, which)) keep(which, [], region.command?.span ?? region, facts);
  }
}

function printsWhole({ command }: Region, which: 'subuid' | 'subgid'): boolean {
  return whole.exec(command?.value.text ?? '')?.[1]?.includes(`/etc/${which}`) ?? false;
}

function keep(which: 'subuid' | 'subgid', grants: readonly SubidGrant[], span: Span, facts: Facts): void {
  const value: SubidFile = { ranges: grants.map((grant) => ({ owner: grant.owner.value, start: grant.start.value, count: grant.count.value, span: grant.span })) };
  facts[which === 'subuid' ? 'subuids' : 'subgids'] ??= { value, span };
}
