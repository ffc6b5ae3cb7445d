/** A place in a document that a link names. */
export interface Address {
  readonly document: string;
  /** Lines from 1, both inside. */
  readonly lines?: { readonly from: number; readonly to: number };
  /** RFC 6901. */
  readonly pointer?: string;
  /** `#config.json:79` names a line of the excerpts; the other forms name the whole document. */
  readonly excerpt: boolean;
}

/** Documents by how they are shown, in the order of the page: the first of a form is meant where a link names none. */
export type Shelf = readonly { readonly name: string; readonly form: 'cfg' | 'log' }[];

/**
 * Reads `#log:233-236`, `#log:run.log:233`, `#cfg:/linux/namespaces/3`, `#cfg:config.json:/root/path` and
 * `#config.json:79`. Undefined for anything else, and for a document that is not there.
 */
export function readAddress(hash: string, shelf: Shelf): Address | undefined {
  const [, form, rest = ''] = /^#(cfg|log)(?::(.*))?$/.exec(hash) ?? [];
  if (form) {
    const head = rest.split(':', 1)[0] ?? '';
    // A pointer begins with a slash, a line with a digit; anything else is a name.
    const name = head === '' || head.startsWith('/') || /^[\d-]+$/.test(head) ? undefined : decoded(head);
    const place = name === undefined ? rest : rest.slice(head.length + 1);
    const found = shelf.find((one) => one.form === form && (name === undefined || one.name === name));
    const where = readPlace(place);
    return found && where ? { document: found.name, excerpt: false, ...where } : undefined;
  }
  const [, name, line] = /^#([^:]+):(\d{1,9})$/.exec(hash) ?? [];
  const found = shelf.find((one) => one.name === decoded(name ?? ''));
  return found && line ? { document: found.name, excerpt: true, lines: { from: Number(line), to: Number(line) } } : undefined;
}

function readPlace(place: string): Pick<Address, 'lines' | 'pointer'> | undefined {
  if (place === '') return {};
  if (place.startsWith('/')) {
    const pointer = decoded(place);
    return pointer === undefined ? undefined : { pointer };
  }
  const [, one, other] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(place) ?? [];
  if (!one) return undefined;
  const [from, to] = [Number(one), Number(other ?? one)];
  return { lines: { from: Math.min(from, to), to: Math.max(from, to) } };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The link to a document, its lines or a value in it; the name is left out where the link is plain without it. */
export function writeAddress({ document, lines, pointer }: Omit<Address, 'excerpt'>, shelf: Shelf): string {
  const form = shelf.find(({ name }) => name === document)?.form ?? 'log';
  const place = pointer !== undefined ? encodedPointer(pointer) : lines ? (lines.from === lines.to ? `${lines.from}` : `${lines.from}-${lines.to}`) : '';
  const isFirst = shelf.find((one) => one.form === form)?.name === document;
  if (isFirst && place !== '') return `#${form}:${place}`;
  return `#${form}:${encodedName(document)}${place === '' ? '' : `:${place}`}`;
}

/** A name of digits alone would read as a line; its first digit is encoded. */
function encodedName(name: string): string {
  const encoded = encodeURIComponent(name);
  return /^[\d-]+$/.test(encoded) ? `%3${encoded}`.replace(/^%3-/, '%2D') : encoded;
}

function encodedPointer(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/');
}

/** The key of an encrypted case stands first in the fragment, a place after it: `#k=KEY`, `#k=KEY&log:233`. */
const keyed = /^#k=([\w-]*)(?:&|$)/;

/** The key in a fragment; `undefined` where there is none. It need not be a right one. */
export function keyIn(hash: string): string | undefined {
  return keyed.exec(hash)?.[1];
}

/** A fragment without its key, `#` and all; empty where nothing is left. */
export function placeIn(hash: string): string {
  const place = hash.replace(keyed, '#');
  return place === '#' ? '' : place;
}

/** The fragment of a place, `#log:233`, or of no place, with the key that another fragment has. */
export function hashAt(place: string, hash: string): string {
  const key = keyIn(hash);
  return key === undefined ? place : withKey(key, place);
}

/** The fragment of a place with a key. */
export function withKey(key: string, place = ''): string {
  return place.length > 1 ? `#k=${key}&${place.slice(1)}` : `#k=${key}`;
}
