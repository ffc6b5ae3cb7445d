/** How long a case may be kept, in seconds. */
export const lifetimes = [
  { seconds: 86_400, word: 'day' },
  { seconds: 604_800, word: 'week' },
  { seconds: 2_592_000, word: 'month' },
  { seconds: 7_776_000, word: 'quarter' },
] as const;
