import type { Known } from '../documents/document';
import { readLogLines } from '../documents/log-lines';
import type { Region } from '../documents/region';
import type { Facts, Lister } from './facts';
import { readInsideContainer } from './inside-container';
import { runsContainer } from './run-command';
import { readSharedPid } from './shared-pid';

/** What stands around the runtime: a filter, a chroot, another container, a hidden /proc; and owners that nobody is. */
export function readSurroundings(regions: readonly Region[], facts: Facts): void {
  facts.listedNobody = readNobody(regions);
  facts.callerSeccomp = readSeccomp(regions);
  facts.insideChroot = readChroot(regions);
  readInsideContainer(regions, facts);
  facts.sharedPid = readSharedPid(regions);
  facts.hiddenProc = readHiddenProc(regions);
}

/** An entry of `ls -l` that belongs to the overflow ID, by number or by the names that distributions give it. */
const nobodyEntry = /^[-dl][-rwxsStT]{9}[.+]?\s+\d+\s+(?:65534|nobody)\s+(?:65534|nobody|nogroup)\s/;
/** These are the host's in every container with a user namespace, and show as nobody's there. */
const always = /\s(?:\/?(?:proc|sys|dev)\/?|\.\.|\S*(?:resolv\.conf|hosts|hostname))$/;

function readSeccomp(regions: readonly Region[]): Known<number> | undefined {
  for (const region of regions) {
    const line = region.kind === 'log' || region.kind === 'text' ? readLogLines(region).find(({ text }) => /^Seccomp:\s+[012]$/.test(text.trim())) : undefined;
    if (line) return { value: Number(line.text.trim().slice(-1)), span: line.span };
  }
  return undefined;
}

/** A command that changes the root, or a prompt that a chroot sets (`(bookworm)root@host`). */
function readChroot(regions: readonly Region[]): Known<true> | undefined {
  const command = regions.find((region) => /(?:^|\s)(?:sudo )?(?:chroot|arch-chroot|schroot|systemd-nspawn --chroot)\s/.test(region.command?.value.text ?? ''))?.command;
  return command && { value: true, span: command.span };
}

/** `mount -o remount,hidepid=2 /proc` in a shell session. */
function readHiddenProc(regions: readonly Region[]): Known<string> | undefined {
  for (const { command } of regions) {
    const text = command?.value.text ?? '';
    const option = /\bmount\s/.test(text) && /\/proc\b/.test(text) ? /\bhidepid=[1-9a-z]\w*/.exec(text)?.[0] : undefined;
    if (command && option) return { value: option, span: command.span };
  }
  return undefined;
}

function readNobody(regions: readonly Region[]): Known<Lister> | undefined {
  const listed = regions.flatMap((region) => {
    if (!['listing', 'log', 'text'].includes(region.kind)) return [];
    const line = readLogLines(region).find(({ text }) => nobodyEntry.test(text.trimStart()) && !always.test(text.trimEnd()));
    const by = region.command && !runsContainer(region.command.value.text) ? 'command' : 'container';
    return line ? [{ value: by, span: line.span } as const] : [];
  });
  return listed.find(({ value }) => value === 'container') ?? listed[0];
}
