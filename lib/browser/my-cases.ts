/** A case that was opened on this device. The manage token is kept here and nowhere else. */
export interface MyCase {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  readonly manageToken: string;
}

const key = 'userns-doctor.cases';
const changed = 'userns-doctor.cases-changed';

/** The cases of this device, newest first; none where storage is closed or holds something else. */
export function readMyCases(): readonly MyCase[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isMyCase) : [];
  } catch {
    return [];
  }
}

function isMyCase(value: unknown): value is MyCase {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'title' in value && typeof value.title === 'string';
}

/** Remembers a case; the oldest beyond 200 are forgotten. */
export function rememberCase(one: MyCase): void {
  write([one, ...readMyCases().filter(({ id }) => id !== one.id)].slice(0, 200));
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
