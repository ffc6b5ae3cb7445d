import { lineIndexAt, lineSpan, type Document, type Known, type Span } from './document';
import { documentKind } from './document-kind';
import { fencedRegion, fencesOf } from './fences';
import { jsonBlockAt } from './json-block';
import { kindOfLine } from './line-kind';
import { readPrompt } from './prompt';
import type { Region, RegionKind, ShellCommand } from './region';
import { tomlBlockAt } from './toml-block';
import { yamlBlockAt } from './yaml-block';

/** What a document is, and the regions that readers read. */
export interface Recognised {
  /** What the report calls it, e.g. `oci-config`, `shell-session`, `runtime-log`. */
  readonly kind: string;
  readonly regions: readonly Region[];
}

/**
 * Reads what a text is from its content. One paste may hold several files and a shell session: it is cut into
 * regions that do not overlap; a line that fits no reader is in a `log` region, and nothing is dropped.
 */
export function recognise(document: Document): Recognised {
  const regions = cut(document);
  return { kind: documentKind(document, regions), regions };
}

function cut(document: Document): Region[] {
  const regions: Region[] = [];
  let command: Known<ShellCommand> | undefined;
  const lines = document.lineStarts.length;
  const fences = fencesOf(document);
  const opened = new Map(fences.map((fence) => [fence.opening, fence]));
  const closed = new Set(fences.map(({ closing }) => closing));
  let fenced = false;
  for (let index = 0; index < lines; ) {
    const line = lineSpan(document, index);
    const fence = opened.get(index);
    if (fence || closed.has(index)) {
      fenced = fence !== undefined;
      // A session ends with its block: what is written below is no output. A command may stand right above its output.
      if (!fenced || !startsAt(regions.at(-1), command)) command = undefined;
      regions.push({ ...line, kind: 'text' });
      const inside = fence && fencedRegion(document, fence);
      if (inside) regions.push(inside);
      index = inside ? (fence?.closing ?? index) : index + 1;
      continue;
    }
    const block = jsonBlockAt(document, line) ?? yamlBlockAt(document, index) ?? tomlBlockAt(document, index);
    if (block) {
      regions.push({ ...block, ...(command ? { command } : {}) });
      index = lineIndexAt(document, Math.max(block.start, block.end - 1)) + 1;
      // A file without a line ending at its end: the next prompt stands right behind it.
      const behind = { document, start: block.end, end: lineSpan(document, index - 1).end };
      if (behind.start < behind.end) {
        const next = commandIn(behind);
        command = next ?? command;
        if (next) regions.push({ ...behind, kind: 'text', command: next });
      }
      continue;
    }
    const text = document.text.slice(line.start, line.end);
    const prompt = commandIn(line);
    // Between blocks of Markdown, `#` begins a heading, and `>` and `+` what somebody quotes or lists.
    const isProse = fences.length > 0 && !fenced && /^\s*[#>%+]\s/.test(text);
    if (prompt && !isProse) {
      command = prompt;
      // A command is a region of its own, so that one without output is seen too.
      regions.push({ ...line, kind: 'text', command });
    } else extend(regions, line, kindOfLine(text, command?.value), command, text.trim() === '');
    index++;
  }
  return regions;
}

/** The command behind a prompt. */
function commandIn({ document, start, end }: Span): Known<ShellCommand> | undefined {
  const prompt = readPrompt(document.text.slice(start, Math.min(end, start + 8192)));
  if (!prompt) return undefined;
  const { offset, ...value } = prompt;
  return { value, span: { document, start: start + Math.min(offset, end - start), end } };
}

/** Adds a line to the last region where it is of the same kind and command; a blank line joins what stands before it. */
function extend(regions: Region[], line: Span, kind: RegionKind, command: Known<ShellCommand> | undefined, blank: boolean): void {
  const last = regions.at(-1);
  const isOutput = last !== undefined && last.command === command && last.start !== command?.span.start && !startsAt(last, command);
  if (last && isOutput && last.kind !== 'oci-config' && last.kind !== 'json' && (blank || last.kind === kind || inListing(last, kind))) {
    regions[regions.length - 1] = { ...last, end: line.end };
    return;
  }
  regions.push({ ...line, kind: blank ? 'log' : kind, ...(command ? { command } : {}) });
}

/** Is this the region of the command line itself? */
function startsAt(region: Region | undefined, command: Known<ShellCommand> | undefined): boolean {
  return command !== undefined && region !== undefined && region.start <= command.span.start && region.end >= command.span.start;
}

/** The heading of a directory (`/mycontainer:`) belongs to the listing around it. */
function inListing(region: Region, kind: RegionKind): boolean {
  const { document } = region;
  const next = document.text.slice(region.end).match(/^\s*(\S[^\n]*)/)?.[1] ?? '';
  return region.kind === 'listing' && kind === 'log' && /^[^\s:][^:]*:$/.test(next.trim());
}
