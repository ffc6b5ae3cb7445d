const day = 24 * 60 * 60;

/** How long a case is kept, in seconds: by default, and at least and at most. */
export const lifetimes = { usual: 30 * day, least: 60, most: 365 * day } as const;

/** When a case that is opened now ends. */
export function expiryOf(now: Date, seconds: number | undefined): Date {
  const kept = Math.min(Math.max(seconds ?? lifetimes.usual, lifetimes.least), lifetimes.most);
  return new Date(now.getTime() + kept * 1000);
}
