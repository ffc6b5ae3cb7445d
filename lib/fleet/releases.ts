import type { Facts } from '../diagnosis/facts/facts';
import { isBefore } from '../diagnosis/facts/version';

/**
 * Lines of releases, oldest first, as candidates of an upgrade. They say when a release was made and nothing of what it can:
 * that is asked of the causes, which hold each version with its source.
 */
const releases: Readonly<Record<string, readonly string[]>> = {
  linux: ['4.15', '4.18', '5.2', '5.4', '5.10', '5.11', '5.12', '5.15', '5.18', '5.19', '6.1', '6.2', '6.3', '6.6', '6.7', '6.9', '6.12'],
  runc: ['1.0.0', '1.1.0', '1.2.0', '1.3.0'],
  crun: ['1.0', '1.4', '1.9', '1.14', '1.20'],
  containerd: ['1.6.0', '1.7.0', '2.0.0', '2.0.1', '2.1.0'],
  kubernetes: ['1.25', '1.28', '1.30', '1.33', '1.36'],
};

/** A program of a node and a release that is newer. */
export interface Candidate {
  readonly program: string;
  readonly version: string;
  readonly to: string;
}

/** Newer releases of what a node runs, by program, the smallest step first. */
export function candidatesFor({ versions }: Facts): Candidate[] {
  return Object.entries(releases).flatMap(([program, lines]) => {
    const version = versions?.get(program)?.value;
    return version === undefined ? [] : lines.filter((to) => isBefore(version, to) === true).map((to) => ({ program, version, to }));
  });
}
