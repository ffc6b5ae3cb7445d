import type { Failure } from '../messages/message';

/** A container that failed as well, besides the one that is diagnosed. */
export interface OtherContainer {
  /** As the log calls it: `default/web`, or the ID. */
  readonly name: string;
  /** Its last failure. */
  readonly failure: Failure;
}

/** Where programs name the container or the pod that a line is about; the last group is the name. */
const names: readonly RegExp[] = [
  // kubelet
  /\bpod="([\w.-]+\/[\w.-]+)"/g,
  // containerd's CRI plugin
  /&PodSandboxMetadata\{Name:(?<pod>[\w.-]+),Uid:[\w-]*,Namespace:(?<namespace>[\w.-]+),/g,
  // The directory of a task or of an overlay container holds its ID.
  /\/io\.containerd\.runtime\.v2\.task\/[\w.-]+\/([\w.-]+)/g,
  /\/overlay-containers\/([0-9a-f]{64})\//g,
  // An ID by itself: 32 bytes in hexadecimal.
  /(?<![\w:/-])([0-9a-f]{64})(?!\w)/g,
];

/** The names of containers and pods in a line; several may be of one container. */
export function containersNamed(text: string): string[] {
  return names.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 1: name, groups }) => (groups?.['pod'] ? `${groups['namespace'] ?? ''}/${groups['pod']}` : (name ?? []))),
  );
}

/**
 * Keeps the failures of the container that `stopped` belongs to, and those that name none. Names that stand in one
 * line are names of one container: a pod is tried again under a new ID each time.
 */
export function ofOneContainer(failures: readonly Failure[], stopped: Failure): { readonly own: readonly Failure[]; readonly others: readonly OtherContainer[] } {
  const named = new Map(failures.map((failure) => [failure, containersNamed(failure.text)]));
  const mine = new Set(named.get(stopped));
  if (mine.size === 0) return { own: failures, others: [] };
  const sets = [...named.values()];
  for (let before = 0; before < mine.size; ) {
    before = mine.size;
    for (const set of sets) if (set.some((name) => mine.has(name))) set.forEach((name) => mine.add(name));
  }
  const isMine = (failure: Failure) => named.get(failure)?.every((name) => mine.has(name)) ?? true;
  const others = new Map<string, OtherContainer>();
  for (const failure of failures) {
    const name = named.get(failure)?.[0];
    if (name === undefined || isMine(failure) || failure.symptom === 'unrecognised' || failure.row?.vague) continue;
    others.set(name, { name, failure });
  }
  return { own: failures.filter(isMine), others: [...others.values()] };
}
