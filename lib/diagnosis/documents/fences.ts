import { lineSpan, type Document } from './document';
import type { Region, RegionKind } from './region';

/** A fenced block of Markdown: the lines of its two marks, and the language that the first one names. */
export interface Fence {
  readonly opening: number;
  readonly closing: number;
  readonly language: string;
}

const mark = /^ {0,3}(?:> ?)?(`{3,}|~{3,})([^`~]*)$/;

/** The fenced blocks of a document (CommonMark 0.31, 4.5); one that is never closed is none. */
export function fencesOf(document: Document): Fence[] {
  if (!/^ {0,3}(?:> ?)?(?:```|~~~)/m.test(document.text)) return [];
  const fences: Fence[] = [];
  let open: { at: number; mark: string; language: string } | undefined;
  for (let index = 0; index < document.lineStarts.length; index++) {
    const { start, end } = lineSpan(document, index);
    const found = mark.exec(document.text.slice(start, Math.min(end, start + 256)));
    const [, ticks = '', info = ''] = found ?? [];
    if (!found) continue;
    const [language = ''] = info.trim().split(/\s/);
    if (!open) open = { at: index, mark: ticks, language: language.toLowerCase() };
    else if (ticks.startsWith(open.mark) && language === '') {
      fences.push({ opening: open.at, closing: index, language: open.language });
      open = undefined;
    }
  }
  return fences;
}

/** What the language of a block says of its content, with the line that such a content begins with. */
const languages: Readonly<Record<string, readonly [RegionKind, RegExp]>> = {
  yaml: ['yaml', /^\s*(?:-\s|#|---|["']?[A-Za-z][\w./-]*["']?:(?:\s|$))/],
  toml: ['toml', /^\s*(?:#|\[{1,2}[\w"']|[\w."'-]+\s*=)/],
};
/** People put `yaml` over anything: these lines stand in logs and sessions. */
const foreign = /^(?:time=|level=|[\w.-]+@[\w.-]+[: ]|\[?[\w.-]+@|[$#] \w+ |\s*(?:Warning|Normal)\s|(?:runc|crun|ctr|docker|podman|Error|error|FATA|WARN|ERRO)\b)/m;

function named(language: string): string {
  return language === 'yml' ? 'yaml' : language;
}

/** The inside of a block whose language and first line say what it is. */
export function fencedRegion(document: Document, { opening, closing, language }: Fence): Region | undefined {
  const [kind, begins] = (Object.hasOwn(languages, named(language)) && languages[named(language)]) || [];
  if (!kind || !begins || closing - opening < 2) return undefined;
  const start = lineSpan(document, opening + 1).start;
  const end = lineSpan(document, closing - 1).end;
  const text = document.text.slice(start, end);
  return begins.test(text.trimStart().slice(0, 256)) && !foreign.test(text) ? { document, start, end, kind } : undefined;
}
