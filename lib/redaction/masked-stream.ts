import { environmentLists } from './environment';
import { findData, holdsSecretKind } from './kubernetes-secrets';
import { lineEndings, maskedText, secretsIn, type Marks } from './masking';
import type { Stretch } from './secret';
import { undress } from './undress';

/** What is read at once, in characters: what came before and helps to understand it, and what follows and is given out only later. */
const before = 16 * 1024;
const behind = 32 * 1024;
const usualBlock = 1024 * 1024;
/** What belongs together is waited for up to here. */
const usualMost = 16 * 1024 * 1024;

const keyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;

/** A list of variables or the data of a Secret does not end: nothing of such a text may be kept. */
export class Endless extends Error {}

/**
 * Masks a text that comes piece by piece as `redact` masks it whole: every pattern is bounded by less than what is read at once, and
 * what is longer (keys, lists, the data of a Secret) is waited for. Memory does not grow with the text.
 */
export class MaskedStream {
  /** Begins with what was given out already. */
  #window = '';
  #given = 0;
  #enough: number;
  #ofSecret = false;
  /** A private key began and has not ended. */
  #inKey = false;

  constructor(
    private readonly marks: Marks,
    private readonly block = usualBlock,
    private readonly most = usualMost,
  ) {
    this.#enough = block;
  }

  /** Takes the next piece; gives what is masked and complete. Throws Endless. */
  add(text: string): string {
    this.#window += text;
    return this.#window.length < this.#enough ? '' : this.#read(false);
  }

  /** What is left. */
  end(): string {
    return this.#read(true);
  }

  #read(isEnd: boolean): string {
    if (this.#inKey && !this.#leaveKey()) return this.#passOver(isEnd);
    const text = this.#window;
    this.marks.passOver(text);
    this.#ofSecret ||= holdsSecretKind(text);
    const secrets = secretsIn(text, (read) => (this.#ofSecret ? findData(read).flatMap(({ secrets: values }) => values) : []));
    const cut = isEnd ? text.length : this.#cut(text, [...secrets, ...togetherIn(text)]);
    if (cut <= this.#given && !isEnd) {
      if (text.length < this.most) {
        this.#enough = text.length * 2;
        return '';
      }
      const open = secrets.find(({ start, end }) => start <= this.#given + 1 && end === text.length);
      if (open?.kind !== 'key') throw new Endless('it holds a list or a Secret that does not end');
      this.#inKey = true;
      return this.#give(text, secrets, text.length);
    }
    return this.#give(text, secrets, cut);
  }

  #give(text: string, secrets: ReturnType<typeof secretsIn>, cut: number): string {
    const given = this.#given;
    const inside = secrets.filter(({ start, end }) => end > given && start < cut).map((one) => ({ ...one, start: Math.max(one.start, given) - given, end: Math.min(one.end, cut) - given }));
    const masked = maskedText(text.slice(given, cut), inside, this.marks);
    this.#given = Math.min(before, cut);
    this.#window = text.slice(cut - this.#given);
    this.#enough = this.block + this.#given;
    return masked;
  }

  /** Where to part the text: at the end of a line, and not within what belongs together. */
  #cut(text: string, stretches: readonly Stretch[]): number {
    const last = Math.max(0, text.length - behind);
    const line = text.lastIndexOf('\n', last - 1) + 1;
    let cut = line > this.#given ? line : last;
    for (const { start, end } of stretches.toSorted((a, b) => b.end - a.end)) if (start < cut && cut < end) cut = start;
    // Both halves of a character beyond the first 65,536 stay together.
    return /[\udc00-\udfff]/.test(text.charAt(cut)) ? cut - 1 : cut;
  }

  /** What follows the key, where its end has come. */
  #leaveKey(): boolean {
    const end = keyEnd.exec(this.#window.slice(this.#given));
    if (!end) return false;
    const at = this.#given + end.index;
    this.#window = lineEndings(this.#window.slice(this.#given, at)) + this.#window.slice(at);
    this.#given = 0;
    this.#inKey = false;
    return true;
  }

  /** Of a key nothing is given out but the ends of its lines; the end of it may lie across two pieces. */
  #passOver(isEnd: boolean): string {
    const at = isEnd ? this.#window.length : Math.max(this.#given, this.#window.length - 100);
    const passed = lineEndings(this.#window.slice(this.#given, at));
    this.#window = this.#window.slice(at);
    this.#given = 0;
    this.#enough = this.block;
    return passed;
  }
}

/** What tells of its parts what they are only as a whole. */
function togetherIn(text: string): Stretch[] {
  const read = undress(text);
  return [...environmentLists(read.text), ...findData(read.text)].map(({ start, end }) => ({ start: read.written(start), end: read.written(end) }));
}
