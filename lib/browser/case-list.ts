/** A case that was opened on this device. The manage token is kept here and nowhere else. */
export interface MyCase {
  readonly id: string;
  readonly title: string;
  /** ISO 8601; so is the end, where it is known. */
  readonly createdAt: string;
  readonly expiresAt?: string;
  /** Empty where the case was opened elsewhere and only its link is known. */
  readonly manageToken: string;
  readonly status: 'open' | 'solved';
  readonly tags: readonly string[];
  /** The root cause, the verdict and the step at which the start stopped, as they were when it was saved. */
  readonly cause?: string;
  readonly verdict?: string;
  readonly step?: string;
}

/** A list holds at most so many; the oldest are forgotten first. Of 400 characters each they fit the five million that a browser keeps for a site. */
const most = 10_000;
const format = 'userns-doctor.cases';

/** Reads a stored or imported list; whatever is no case is left out, and what is missing of one is taken as usual. */
export function readCaseList(value: unknown): MyCase[] {
  const list = isRecord(value) && value.format === format ? value.cases : value;
  return Array.isArray(list) ? list.flatMap((one) => readOne(one) ?? []).slice(0, most) : [];
}

function readOne(value: unknown): MyCase | undefined {
  if (!isRecord(value)) return undefined;
  const { id, title, createdAt, expiresAt, manageToken, status, tags, cause, verdict, step } = value;
  if (typeof id !== 'string' || !/^[\w-]{22}$/.test(id) || typeof title !== 'string') return undefined;
  const word = (name: string, text: unknown) => (typeof text === 'string' && /^[\w.:-]{1,64}$/.test(text) ? { [name]: text } : {});
  return {
    id,
    title: title.slice(0, 200),
    createdAt: typeof createdAt === 'string' && !Number.isNaN(Date.parse(createdAt)) ? createdAt : new Date(0).toISOString(),
    manageToken: typeof manageToken === 'string' ? manageToken.slice(0, 200) : '',
    status: status === 'solved' ? 'solved' : 'open',
    tags: Array.isArray(tags) ? readTags(tags.filter((tag) => typeof tag === 'string').join(' ')) : [],
    ...word('expiresAt', expiresAt),
    ...word('cause', cause),
    ...word('verdict', verdict),
    ...word('step', step),
  };
}

/** Tags as a person types them, parted by blanks or commas. */
export function readTags(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).map((tag) => tag.replace(/^#/, '').slice(0, 40)).filter(Boolean))].slice(0, 20);
}

/** Two lists as one, newest first; of a case in both the first list's words count, and a manage token is never lost. */
export function mergedCases(first: readonly MyCase[], second: readonly MyCase[]): MyCase[] {
  const known = new Map(second.map((one) => [one.id, one]));
  const tokenOf = (one: MyCase) => one.manageToken || (known.get(one.id)?.manageToken ?? '');
  const own = new Set(first.map(({ id }) => id));
  return [...first.map((one) => ({ ...one, manageToken: tokenOf(one) })), ...second.filter(({ id }) => !own.has(id))]
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, most);
}

/** The list as a file; without manage tokens whoever has it can read the cases and change none. */
export function writeCaseList(cases: readonly MyCase[], withTokens: boolean): string {
  const listed = cases.map((one) => (withTokens ? one : { ...one, manageToken: '' }));
  return `${JSON.stringify({ format, cases: listed }, undefined, 2)}\n`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
