import { z } from 'zod';
import type { InEach } from './problem-words';

/** The first thing that does not fit a schema, with its place, in each language. */
export function firstIssue({ issues: [issue] }: z.ZodError): InEach {
  if (!issue) return { en: 'unknown', zh: '未知' };
  const place = issue.path.join('.');
  const zh = inChinese(issue);
  if (place === '') return { en: issue.message, zh };
  // Most of our own messages name the member themselves.
  return { en: issue.message.startsWith(`${place} `) ? issue.message : `${place}: ${issue.message}`, zh: `${place}：${zh}` };
}

/** What only a schema's own check says, by its English words. */
const ownChecks: Readonly<Record<string, string>> = {
  'This is no envelope of version 1.': '这不是第 1 版的信封。',
  'Nothing is to be changed.': '没有要修改的内容。',
};

function inChinese(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.inclusive === false ? `必须大于 ${issue.minimum}。` : `至少 ${issue.minimum}${unitOf(issue.origin)}。`;
    case 'too_big':
      return issue.inclusive === false ? `必须小于 ${issue.maximum}。` : `最多 ${issue.maximum}${unitOf(issue.origin)}。`;
    case 'invalid_type':
      return `类型不对，应为 ${issue.expected}。`;
    case 'invalid_value':
      return `只能是 ${issue.values.map((value) => JSON.stringify(value)).join('、')}。`;
    case 'unrecognized_keys':
      return `有不认识的成员：${issue.keys.join('、')}。`;
    default:
      return ownChecks[issue.message] ?? '格式不对。';
  }
}

function unitOf(origin: string): string {
  return origin === 'string' ? ' 个字符' : origin === 'array' ? ' 项' : '';
}
