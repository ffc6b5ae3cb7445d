import { readManifests, type Manifest } from '../documents/manifests';
import { readMembers } from '../documents/members';
import type { Region } from '../documents/region';
import type { PodAsked } from './facts';

/**
 * What the pod asks for: of several manifests the one that the failing lines name, else the first that asks for a user
 * namespace, else the first.
 */
export function readPods(regions: readonly Region[], failures: readonly { readonly text: string }[]): PodAsked | undefined {
  const manifests = regions.filter(({ kind }) => kind === 'yaml' || kind === 'json').flatMap(readMembers).flatMap(readManifests);
  const isNamed = ({ name }: Manifest) => name !== undefined && failures.some(({ text }) => new RegExp(String.raw`(?<![\w-])${name.replace(/[^\w-]/g, '\\$&')}(?![\w])`).test(text));
  const asking = manifests.filter(({ hostUsers }) => hostUsers?.value === false);
  const used = manifests.find(isNamed) ?? asking.find(({ shared }) => shared.length > 0) ?? asking[0] ?? manifests[0];
  if (!used) return undefined;
  const { hostUsers, runtimeClass, shared } = used;
  return { shared, ...(hostUsers ? { hostUsers } : {}), ...(runtimeClass ? { runtimeClass } : {}) };
}
