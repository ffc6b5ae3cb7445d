import { mergedCases, readCaseList, type MyCase } from './case-list';

export type { MyCase } from './case-list';

const key = 'userns-doctor.cases';
const changed = 'userns-doctor.cases-changed';

/** The list of this device as it is stored: the same text until it changes; an empty one where storage is closed. */
export function storedCases(): string {
  try {
    return localStorage.getItem(key) ?? '[]';
  } catch {
    return '[]';
  }
}

/** The cases of a stored list, newest first; none where it holds something else. */
export function casesIn(stored: string): readonly MyCase[] {
  try {
    return readCaseList(JSON.parse(stored));
  } catch {
    return [];
  }
}

/** The cases of this device. */
export function readMyCases(): readonly MyCase[] {
  return casesIn(storedCases());
}

/** Remembers a case; the oldest beyond what the list holds are forgotten. */
export function rememberCase(one: MyCase): void {
  write(mergedCases([one], readMyCases()));
}

/** Changes what is kept here of a case that is in the list. */
export function changeCase(id: string, changes: Partial<Pick<MyCase, 'title' | 'status' | 'tags' | 'expiresAt'>>): void {
  write(readMyCases().map((one) => (one.id === id ? { ...one, ...changes } : one)));
}

/** Adds cases of another list to those that are here: how many were new. */
export function addCases(cases: readonly MyCase[]): number {
  const here = readMyCases();
  const merged = mergedCases(cases, here);
  write(merged);
  return merged.filter(({ id }) => !here.some((one) => one.id === id)).length;
}

export function forgetCase(id: string): void {
  write(readMyCases().filter((one) => one.id !== id));
}

export function forgetCases(): void {
  write([]);
}

function write(cases: readonly MyCase[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(cases));
  } catch {
    // Without storage the link in the address bar is all there is.
  }
  dispatchEvent(new Event(changed));
}

/** Calls back when the list changes, in this page or in another. */
export function onMyCases(listener: () => void): () => void {
  addEventListener(changed, listener);
  addEventListener('storage', listener);
  return () => {
    removeEventListener(changed, listener);
    removeEventListener('storage', listener);
  };
}
