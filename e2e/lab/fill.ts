import type { FixIn } from '../../lib/diagnosis/report';

const blankPattern = /<[A-Za-z](?:[\w ./:-]*\w)?>/;

/**
 * A fix with its placeholders filled as a user would who knows the values; `filled` is the first that was, `left` the first
 * that is still blank.
 * In a command a placeholder stands in single quotes, so that a value without quotes keeps it one word.
 */
export function fillBlanks(fix: FixIn<string>, values: Readonly<Record<string, string>>): { readonly fix: FixIn<string>; readonly filled: string | undefined; readonly left: string | undefined } {
  const { patch, edits, commands } = fix;
  const names = Object.entries(values).map(([name, value]) => [`<${name}>`, value] as const);
  const filled = JSON.parse(names.reduce((text, [name, value]) => text.replaceAll(name, JSON.stringify(value).slice(1, -1)), JSON.stringify({ patch, edits, commands }))) as Pick<FixIn<string>, 'patch' | 'edits' | 'commands'>;
  return { fix: { ...fix, ...filled }, filled: names.find(([name]) => JSON.stringify({ patch, edits, commands }).includes(name))?.[0], left: blankPattern.exec(JSON.stringify(filled))?.[0] };
}
