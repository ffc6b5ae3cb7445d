import recorded from './recorded.json';

/** A real failure that runs in one click. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** Runtime and version that said it. */
  readonly runtime: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Recorded from real runs by `npm run lab -- --record`. */
export const examples: readonly Example[] = recorded;
