import { parseArgs } from 'node:util';
import { languages, type Language } from '../diagnosis/sentence';
import type { Confidence } from '../diagnosis/report';
import { pickLanguage } from '../report/language';
import { confidences, exitStatus } from './exit-status';
import { Failure, failure } from './failure';

export const formats = ['text', 'json', 'sarif'] as const;
export type Format = (typeof formats)[number];
export const shells = ['bash', 'zsh', 'fish'] as const;
/** Words that are no file where they stand first; a file of such a name is given as `./check`. */
export const commands = ['check', 'fleet', 'mcp', 'completion'] as const;
export type Command = 'diagnose' | (typeof commands)[number];

interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** The commands that take it; all of them where it is left out. */
  readonly of?: readonly Command[];
  /** What its value may be: a closed list, or the kind of thing that a shell completes. */
  readonly value?: readonly string[] | 'file' | 'url' | 'port';
}

/** Every option, for the parser, the help and the completion of shells. */
export const options = {
  format: { type: 'string', short: 'f', of: ['diagnose', 'check', 'fleet'], value: formats },
  host: { type: 'string', multiple: true, of: ['check'], value: 'file' },
  'fail-on': { type: 'string', of: ['diagnose', 'check'], value: confidences },
  upload: { type: 'string', of: ['diagnose'], value: 'url' },
  'token-file': { type: 'string', of: ['diagnose'], value: 'file' },
  http: { type: 'string', of: ['mcp'], value: 'port' },
  lang: { type: 'string', value: languages },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies Readonly<Record<string, Option>>;
export type OptionName = keyof typeof options;
export const optionsOf = (name: OptionName): Option => options[name];

export interface Asked {
  readonly command: Command;
  /** What stands behind the command: files, or the shell of `completion`. */
  readonly names: readonly string[];
  readonly language: Language;
  readonly format: Format;
  readonly failOn: Confidence;
  readonly host: readonly string[];
  readonly upload?: string | undefined;
  readonly tokenFile?: string | undefined;
  /** The port to serve on; standard input and output without one. */
  readonly http?: number | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

/** The language of the locale; an empty variable counts as one that is not set. */
export function localeLanguage({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Language {
  return pickLanguage(null, LC_ALL || LC_MESSAGES || LANG || null);
}

/** Reads the command line. Throws a Failure (64). */
export function readOptions(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Asked {
  const { values, positionals } = parsed(args);
  const [first = ''] = positionals;
  const command = commands.find((one) => one === first) ?? 'diagnose';
  const locale = localeLanguage(environment);
  const language = values.lang === undefined ? locale : oneOf('lang', values.lang, languages, locale);
  for (const name of Object.keys(values)) {
    const { of } = optionsOf(name as OptionName);
    if (of && !of.includes(command)) throw failure(exitStatus.usage, language, 'notOption', { option: `--${name}`, command });
  }
  return {
    command,
    names: command === 'diagnose' ? positionals : positionals.slice(1),
    language,
    format: oneOf('format', values.format ?? 'text', formats, language),
    failOn: oneOf('fail-on', values['fail-on'] ?? 'possible', confidences, language),
    host: values.host ?? [],
    upload: values.upload,
    tokenFile: values['token-file'],
    http: values.http === undefined ? undefined : portOf(values.http, language),
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(exitStatus.usage, error instanceof Error ? error.message : String(error));
  }
}

function oneOf<Value extends string>(name: OptionName, given: string, allowed: readonly Value[], language: Language): Value {
  const value = allowed.find((one) => one === given);
  if (value === undefined) throw failure(exitStatus.usage, language, 'notValue', { option: `--${name}`, values: allowed.join(', '), given });
  return value;
}

function portOf(given: string, language: Language): number {
  if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535) throw failure(exitStatus.usage, language, 'notValue', { option: '--http', values: '0-65535', given });
  return Number(given);
}
