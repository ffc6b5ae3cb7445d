import { parseArgs } from 'node:util';
import { kinds, type Kind } from './gather';

export interface Options {
  readonly url: string;
  readonly only: RegExp | undefined;
  readonly quick: boolean;
  readonly record: boolean;
  readonly list: boolean;
  readonly seed: number;
  readonly json: string | undefined;
  readonly brings: Kind;
}

/** Reads the command line. Throws where an option is unknown, or is no regular expression. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: { url: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' }, record: { type: 'boolean' }, list: { type: 'boolean' }, seed: { type: 'string' }, json: { type: 'string' }, brings: { type: 'string' } },
  });
  const brings = kinds.find((one) => one === (values.brings ?? 'collector'));
  if (!brings) throw new Error(`--brings takes one of: ${kinds.join(', ')}`);
  return {
    url: values.url ?? '',
    only: values.only === undefined ? undefined : new RegExp(values.only),
    quick: values.quick ?? false,
    record: values.record ?? false,
    list: values.list ?? false,
    seed: Number(values.seed ?? 1),
    json: values.json,
    brings,
  };
}
