import type { Language } from '../diagnosis/sentence';
import { filled } from '../diagnosis/sentence';
import { options, optionsOf, shells, type OptionName } from './options';
import { commandWords } from './words';

/** What `--help` prints. */
export function helpText(language: Language): string {
  const words = commandWords[language];
  const usages = [
    ['userns-doctor FILE…', words.diagnoseUsage],
    ['userns-doctor check CONFIG… [--host FACTS]', words.checkUsage],
    ['userns-doctor fleet ARCHIVE…', words.fleetUsage],
    ['userns-doctor mcp [--http PORT]', words.mcpUsage],
    [`userns-doctor completion ${shells.join('|')}`, words.completionUsage],
  ] as const;
  const statuses = [['0', words.status0], ['1', words.status1], ['2', words.status2], ['64', words.status64]] as const;
  const rows = (pairs: readonly (readonly [string, string])[], width: number) => pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return [
    words.about, '', words.usage, ...usages.flatMap(([call, text]) => [`  ${call}`, `      ${text}`]), '',
    words.optionsHead, ...rows((Object.keys(options) as OptionName[]).map((name) => [callOf(name), optionText(name, language)]), 22), '',
    words.statusHead, ...rows(statuses, 2), '',
  ].join('\n');
}

/** What an option is for. */
export function optionText(name: OptionName, language: Language): string {
  const { value } = optionsOf(name);
  return filled(commandWords[language][name], { values: typeof value === 'object' ? value.join(', ') : '' });
}

function callOf(name: OptionName): string {
  const { short, value } = optionsOf(name);
  const taken = typeof value === 'object' ? ' WORD' : value === undefined ? '' : ` ${value.toUpperCase()}`;
  return `${short ? `-${short}, ` : '    '}--${name}${taken}`;
}
