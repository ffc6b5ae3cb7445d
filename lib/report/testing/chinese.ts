/** What is wrong with the Chinese table of a room, as lines for a person; nothing where all is well. */
export function checkChinese(en: Readonly<Record<string, string>>, zh: Readonly<Record<string, string>>): string[] {
  const keys = new Set([...Object.keys(en), ...Object.keys(zh)]);
  return [...keys].flatMap((key) => {
    const [english, chinese] = [en[key], zh[key]];
    if (english === undefined || chinese === undefined) return [`${key} is missing`];
    return checkSentence(english, chinese).map((wrong) => `${key} ${wrong}: ${chinese}`);
  });
}

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const codes = (text: string) => (text.match(/`[^`]*`/g) ?? []).toSorted();
const same = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n');
const bare = (text: string) => text.replace(/`[^`]*`/g, '').replace(/\{\w+\}/g, '');

function checkSentence(english: string, chinese: string): string[] {
  const wrong: string[] = [];
  if (!same([...new Set(holes(english))], [...new Set(holes(chinese))])) wrong.push('has other holes');
  if (!same(codes(english), codes(chinese))) wrong.push('has other code');
  if (proseIn(bare(english)) && !/\p{Script=Han}/u.test(chinese)) wrong.push('is not translated');
  // Between Chinese and Latin letters or figures stands a blank, around full-width punctuation none.
  if (/\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u.test(chinese)) wrong.push('lacks a blank');
  if (/\p{Script=Han} ?[,;:!?()]|[,;!?()]\p{Script=Han}| [，。；：、（）]|[，。；：、（）] (?!\{)/u.test(chinese)) wrong.push('has half-width punctuation');
  if (/[.。]$/.test(english) !== /[.。]$/.test(chinese)) wrong.push(english.endsWith('.') ? 'lacks its full stop' : 'has a full stop');
  return wrong;
}

/** Two small English words in a row that stand in no code and no `<placeholder>`. */
export function proseIn(text: string): boolean {
  return /(?:^|[\s(])(?:an?|the|of|is|to|and|or|it|not?|its|that|this|in|on|by|with|has|be|are|one|another|some|every|each|all)(?= [A-Za-z])/i.test(text.replace(/`[^`]*`|<[^>]*>/g, ''));
}

/** The texts that fill holes in the sentences of a report, with the key of the sentence; commands are no prose. */
export function valuesIn(value: unknown): { key: string; value: string }[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('key' in value && typeof value.key === 'string' && 'values' in value && typeof value.values === 'object' && value.values !== null) {
    const { key } = value;
    if (key === 'general/command') return [];
    return Object.values(value.values).flatMap((one: unknown) => (typeof one === 'string' ? [{ key, value: one }] : valuesIn(one)));
  }
  return Object.values(value).flatMap(valuesIn);
}
