import recorded from './recorded.json';

/** A real failure that runs in one click. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** Runtime and version that said it. */
  readonly runtime: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Recorded by scripts/record-examples.ts from real runs. */
export const examples: readonly Example[] = recorded;
