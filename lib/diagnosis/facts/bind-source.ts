import type { Known } from '../documents/document';
import type { Facts, Mount } from './facts';

/** The source of a bind mount that a failure names, and the mount of the config that asks for it. */
export interface BindSource {
  readonly path: Known<string>;
  readonly mount: Mount | undefined;
}

/** Reads the failing source; the innermost path of the message is the one that was looked at. */
export function bindSourceOf({ failure, mounts }: Pick<Facts, 'failure' | 'mounts'>): BindSource | undefined {
  const path = failure?.values.path ?? failure?.values.source ?? failure?.values.quoted;
  if (!path) return undefined;
  const binds = mounts?.value.filter(({ bind }) => bind) ?? [];
  const mount =
    binds.find(({ source }) => source === path.value) ??
    binds.find(({ source }) => path.value.startsWith(`${source}/`) || source.startsWith(`${path.value}/`));
  return { path, mount };
}
