import type { Known } from './document';
import { isKnownProgram } from './prompt';
import type { Region, ShellCommand } from './region';
import { linesOf } from './region-lines';

/** An item of a list, with or without a verb, that holds a command in backticks: "2. Run `podman run --userns=auto web` (as root)". */
const quoted = /^\s*(?:>\s?)?(?:[-*+•]\s+|\d{1,2}[.)-]\s*)?(?:\**(?:then |and |now )?(?:run|execute|start|type|do|try|use|call)\b[^`:]{0,24}:?\s*)?`\s?([^`]{3,1024}?)\s?`.{0,48}$/i;
/** A numbered item that is a command and nothing else: "1. podman run --rm alpine". */
const bare = /^\s*\d{1,2}[.)]\s+(\S.*)$/;

/**
 * Commands that a person writes down as steps, outside a shell session. What stands below one is not its output, and who
 * types it is known only where the command says so. They come before those of a session, which were typed.
 */
export function readToldCommands(regions: readonly Region[]): Region[] {
  return regions
    .filter(({ kind, command }) => (kind === 'log' || kind === 'text') && !command)
    .flatMap((region) =>
      linesOf(region).flatMap((line): Region[] => {
        const text = line.text.slice(0, 1100);
        const found = (quoted.exec(text) ?? bare.exec(text))?.[1]?.replace(/^[$#] /, '');
        if (found === undefined || !isKnownProgram(found)) return [];
        const start = line.span.start + text.indexOf(found);
        const span = { document: region.document, start, end: start + found.length };
        const command: Known<ShellCommand> = { value: { text: found.trimEnd(), root: /\bas [`"'*]{0,2}root\b/i.test(text), told: true }, span };
        return [{ ...span, kind: 'text', command }];
      }),
    );
}
