import { readJson } from '../documents/json';
import { inTime } from '../documents/moment';
import type { ReadDocument } from '../documents/read-documents';
import { isWhole } from './config-facts';
import { isNamed, readConfigs } from './configs';
import { hear } from './failures';

/** The documents of one container among several in an upload: a folder that holds its config. */
export interface Bundle {
  readonly folder: string;
  readonly documents: readonly ReadDocument[];
}

/**
 * Parts an upload that holds several containers, each in a folder of its own with a whole config. Documents outside
 * these folders belong to all. Undefined where there are not two such folders, or one lies in another.
 */
export function partByFolder(documents: readonly ReadDocument[]): readonly Bundle[] | undefined {
  const folders = [...new Set(documents.filter(holdsConfig).map(({ document }) => folderOf(document.name)))];
  const nested = folders.some((one) => folders.some((other) => one !== other && other.startsWith(one)));
  if (folders.length < 2 || nested) return undefined;
  return folders.map((folder) => ({ folder, documents: documents.filter(({ document }) => document.name.startsWith(folder)) }));
}

function holdsConfig({ regions }: ReadDocument): boolean {
  return regions.some((region) => region.kind === 'oci-config' && isWhole(readJson(region)));
}

/** With the slash at its end; empty at the top. */
function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** The container whose start failed; of several, the last; else the first one. */
export function lastFailed(bundles: readonly Bundle[], documents: readonly ReadDocument[]): { readonly failed: Bundle; readonly others: readonly Bundle[] } {
  const heard = bundles.map((bundle) => ({ bundle, failure: hear(bundle.documents).failure }));
  const known = heard.filter(({ failure }) => failure && failure.symptom !== 'unrecognised');
  const owned = new Set(bundles.flatMap((bundle) => bundle.documents));
  const shared = hear(documents.filter((one) => !owned.has(one))).failure;
  const named = shared && bundles.find((bundle) => isAbout(bundle.documents, shared.text));
  const failed = named ?? (inTime(known, ({ failure }) => failure?.moment).at(-1) ?? heard.find(({ failure }) => failure) ?? heard[0])?.bundle;
  if (!failed) throw new Error('an upload is parted into two containers or more');
  return { failed, others: bundles.filter((bundle) => bundle !== failed) };
}

function isAbout(documents: readonly ReadDocument[], text: string): boolean {
  return readConfigs(documents.flatMap((one) => one.regions)).some(({ names }) => names.some((name) => isNamed(name, text)));
}
