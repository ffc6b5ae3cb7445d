import { isSafeInCommand, quoteWord } from '../diagnosis/fixes/sh';
import type { PatchOperation } from '../diagnosis/report';

type Path = readonly (string | number)[];

/**
 * The same change as a patch by one line of jq, which prints the mended config beside the old one. Paths and values are
 * handed over by name, so that nothing of the evidence is ever part of a program. `undefined` where the text is no JSON
 * document of its own, or where a value cannot stand in a command.
 */
export function jqLine(text: string, patch: readonly PatchOperation[]): string | undefined {
  let config = parsed(text);
  if (config === undefined || patch.length === 0) return undefined;
  const words: string[] = [];
  const steps: string[] = [];
  for (const [number, operation] of patch.entries()) {
    const path = resolved(config, operation.path);
    const json = [JSON.stringify(path), ...('value' in operation ? [JSON.stringify(operation.value)] : [])];
    if (json.some((one) => one === undefined || !isSafeInCommand(one))) return undefined;
    words.push(`--argjson at${number} ${quoteWord(json[0] ?? '')}`);
    if (json[1] !== undefined) words.push(`--argjson value${number} ${quoteWord(json[1])}`);
    steps.push(stepOf(operation.op, path, number));
    config = changed(config, path, operation);
  }
  return `jq ${words.join(' ')} '${steps.join(' | ')}' config.json > config.mended.json`;
}

/** Arrays take an element in, and move what stands behind it. */
function stepOf(op: PatchOperation['op'], path: Path, number: number): string {
  const at = `$at${number}`;
  if (op === 'remove') return `delpaths([${at}])`;
  if (op === 'replace' || typeof path.at(-1) !== 'number') return `setpath(${at}; $value${number})`;
  return `setpath(${at}[:-1]; getpath(${at}[:-1]) | .[:${at}[-1]] + [$value${number}] + .[${at}[-1]:])`;
}

/** The parts of a pointer, numbers where the config has a list there; `-` is the end of the list. */
function resolved(config: unknown, pointer: string): Path {
  let node = config;
  return pointer.split('/').slice(1).map((part) => {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const key = Array.isArray(node) ? (name === '-' ? node.length : Number(name)) : name;
    node = childOf(node, key);
    return key;
  });
}

function childOf(node: unknown, key: string | number): unknown {
  if (Array.isArray(node)) return node[Number(key)] as unknown;
  return typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** What a later operation's path is resolved against. */
function changed(node: unknown, [key, ...rest]: Path, operation: PatchOperation): unknown {
  if (key === undefined) return 'value' in operation ? operation.value : undefined;
  if (Array.isArray(node)) {
    const index = Number(key);
    if (rest.length > 0) return node.map((one, at) => (at === index ? changed(one, rest, operation) : one) as unknown);
    return node.toSpliced(index, operation.op === 'add' ? 0 : 1, ...('value' in operation ? [operation.value] : []));
  }
  const members = Object.entries(typeof node === 'object' && node !== null ? node : {}).filter(([name]) => name !== key);
  const value = rest.length > 0 ? changed(childOf(node, key), rest, operation) : 'value' in operation ? operation.value : undefined;
  return Object.fromEntries(value === undefined ? members : [...members, [key, value]]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
