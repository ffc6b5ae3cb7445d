/** Families of distributions that install packages alike, by what a distribution prints as its name. */
const names = {
  debian: /debian|ubuntu|mint|pop!|raspbian|kali|neon/i,
  fedora: /fedora|red ?hat|rhel|centos|rocky|alma|amazon|oracle/i,
  suse: /suse/i,
  alpine: /alpine/i,
  arch: /arch|manjaro/i,
} as const;

export type Family = keyof typeof names;

export const families = Object.keys(names) as readonly Family[];

/** The families that a distribution may belong to; none where nothing is known of it. */
export function familiesOf(distribution: string | undefined): Family[] {
  return families.filter((family) => names[family].test(distribution ?? ''));
}
