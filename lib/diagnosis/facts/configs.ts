import { asText, at, elements, member, readJson, type JsonNode, type JsonTree } from '../documents/json';
import type { Region } from '../documents/region';
import { isWhole } from './config-facts';

/** A config that was given, with the names of its container. */
export interface GivenConfig {
  readonly tree: JsonTree;
  readonly names: readonly string[];
}

/** Every config, whole ones first, then fragments. */
export function readConfigs(regions: readonly Region[]): GivenConfig[] {
  const configs = regions.flatMap((region) => {
    const trees = region.kind === 'oci-config' ? [readJson(region)] : region.kind === 'json' ? shownBy(readJson(region)) : [];
    return trees.map((tree) => ({ tree, names: namesOf(tree, region.command?.value.text) }));
  });
  return [...configs.filter(({ tree }) => isWhole(tree)), ...configs.filter(({ tree }) => !isWhole(tree))];
}

/**
 * The configs that an engine made, where it shows them: `crictl inspect` and `inspectp`, `ctr containers info`,
 * `nerdctl inspect --mode=native`. Their pointers are those of the document; no patch is made for them (`patch.ts`).
 */
function shownBy({ root }: JsonTree): JsonTree[] {
  const objects: readonly (JsonNode | undefined)[] = root?.kind === 'array' ? elements(root) : [root];
  return objects.flatMap((object) => {
    const spec = member(member(object, 'info'), 'runtimeSpec') ?? member(object, 'Spec');
    return member(spec, 'ociVersion') && spec ? [{ root: spec, trouble: [], accepted: true }] : [];
  });
}

/** The config of the container that a text names, else the first. */
export function configOf(configs: readonly GivenConfig[], text: string): GivenConfig | undefined {
  return configs.find(({ names }) => names.some((name) => isNamed(name, text))) ?? configs[0];
}

/**
 * By what a log may name the container of a config: the directory of its bundle or rootfs, the end of its cgroup's
 * path, its hostname, the names that the CRI gave it.
 */
function namesOf(tree: JsonTree, command: string | undefined): string[] {
  const text = (...path: string[]) => asText(at(tree, ...path))?.value;
  const bundle = command === undefined ? undefined : /(\/\S+)\/config\.json\b/.exec(command)?.[1];
  const rootfs = text('root', 'path');
  const home = rootfs?.startsWith('/') ? rootfs.replace(/\/rootfs\/?$/, '') : undefined;
  const cgroup = text('linux', 'cgroupsPath')?.split(/[:/]/).at(-1);
  const given = ['sandbox-id', 'container-name', 'sandbox-name'].map((name) => text('annotations', `io.kubernetes.cri.${name}`));
  return [bundle, home, cgroup, text('hostname'), ...given].filter((name): name is string => name !== undefined && name.length >= shortest);
}

/** A shorter name stands in a line by chance. */
const shortest = 3;

/** Does a text name it, as a word of its own? */
export function isNamed(name: string, text: string): boolean {
  for (let found = text.indexOf(name); found >= 0; found = text.indexOf(name, found + 1)) {
    const around = `${text[found - 1] ?? ' '}${text[found + name.length] ?? ' '}`;
    if (!/[\w.-]/.test(around.replace(/\.$/, ''))) return true;
  }
  return false;
}
