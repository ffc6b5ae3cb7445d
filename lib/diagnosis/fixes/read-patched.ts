import type { PatchOperation } from '../report';
import { look, type Command } from './sh';

/** Objects of a config whose members are read one by one; of every other member the whole. */
const objects = ['linux', 'process', 'root'];

/** Reads what a patch changes in an OCI config; nothing where it changes none. */
export function readPatched(patch: readonly PatchOperation[]): Command[] {
  const places = new Set(patch.flatMap(({ path }) => placeOf(path)));
  return places.size === 0 ? [] : [look`jq ${[...places].join(',')} config.json`];
}

/** The member that a pointer lies in, as jq writes it. */
function placeOf(pointer: string): string[] {
  const [name = '', member = ''] = pointer.split('/').slice(1);
  if (objects.includes(name) && /^[A-Za-z]+$/.test(member)) return [`.${name}.${member}`];
  return /^(?:mounts|hooks|annotations|ociVersion|linux|process|root)$/.test(name) ? [`.${name}`] : [];
}
