/** What differs between any two starts and says nothing, and the mark that stands for it; tried in this order. */
const noises: readonly (readonly [noise: RegExp, mark: string])[] = [
  [/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?/g, '‹time›'],
  [/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d{2}:\d{2}:\d{2}\b/g, '‹time›'],
  // klog: I1124 10:00:00.000000   12345 file.go:10]
  [/\b([IWEF])\d{4} \d{2}:\d{2}:\d{2}\.\d{6} {1,8}\d{1,10} /g, '$1‹time› '],
  [/\b\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?\b/g, '‹time›'],
  [/\b[0-9a-f]{8}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{12}\b/gi, '‹id›'],
  // Ids of containers, snapshots and pods: hexadecimal, with a letter and a digit among them. A digest is no noise.
  [/(?<!sha256:)\b(?=[0-9a-f]{0,63}\d)(?=[0-9a-f]{0,63}[a-f])[0-9a-f]{12,64}\b/g, '‹id›'],
  [/\/proc\/\d{1,10}(?=\/|$)/g, '/proc/‹pid›'],
  [/\b(pid[=: ]{1,3})\d{1,10}\b/gi, '$1‹pid›'],
  [/\b([a-z][\w-]{1,40})\[\d{1,10}\](?=:)/gi, '$1[‹pid›]'],
];

/** Puts marks in place of times, ids and process numbers, so that two runs of one thing read the same. */
export function maskNoise(text: string): string {
  return noises.reduce((masked, [noise, mark]) => masked.replace(noise, mark), text);
}
