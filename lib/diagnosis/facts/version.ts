import type { Known } from '../documents/document';
import type { Facts } from './facts';

/** The numbers with which a version begins: `6.8.0-45-generic` is 6, 8, 0. */
function numbersOf(version: string): number[] {
  return (/^v?(\d+(?:\.\d+){0,3})/.exec(version)?.[1] ?? '').split('.').filter(Boolean).map(Number);
}

/** Is a version before another one? A release candidate counts as its release. Unknown where it holds no numbers. */
export function isBefore(version: string, other: string): boolean | undefined {
  const [left, right] = [numbersOf(version), numbersOf(other)];
  if (left.length === 0) return undefined;
  for (let index = 0; index < right.length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The version of the runtime that starts the container, where it was printed. */
export function runtimeVersion({ runtime, versions }: Pick<Facts, 'runtime' | 'versions'>, name: 'runc' | 'crun'): Known<string> | undefined {
  if (runtime && runtime.value.name !== name) return undefined;
  return versions?.get(name) ?? (runtime?.value.version ? { value: runtime.value.version, span: runtime.span } : undefined);
}
