/** What was given in this tab, before masking, by case and attempt; gone with the tab, and never written anywhere. */
const originals = new Map<string, ReadonlyMap<string, string>>();
const listeners = new Set<() => void>();

/** Keeps the texts of an attempt that was sent from this tab; names that stand twice are left out, for they were renamed. */
export function keepOriginals(caseId: string, attempt: number, texts: readonly { readonly name: string; readonly text: string }[]): void {
  const once = texts.filter(({ name }) => texts.filter((other) => other.name === name).length === 1);
  originals.set(`${caseId}:${attempt}`, new Map(once.map(({ name, text }) => [name, text])));
  for (const listener of listeners) listener();
}

/** A text as it was given, where this tab still has it. */
export function originalOf(caseId: string, attempt: number, name: string): string | undefined {
  return originals.get(`${caseId}:${attempt}`)?.get(name);
}

export function onOriginals(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
