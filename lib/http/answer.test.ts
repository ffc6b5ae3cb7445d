import { expect, test, vi } from 'vitest';
import { StorageBusy, StorageFull } from '../cases/storage-error';
import { log } from '../log.mjs';
import { checkChinese } from '../report/testing/chinese';
import { answering, json } from './answer';
import { Problem } from './problem';
import { problemWords, says } from './problem-words';

const ask = new Request('http://localhost/api/cases', { method: 'POST' });
const answerTo = (error: unknown) => answering(() => Promise.reject(error instanceof Error ? error : new Error(String(error))))(ask, undefined);

test.each([
  [new StorageBusy('busy'), 503],
  [new StorageFull('full'), 507],
  [new Problem(410, says('gone')), 410],
])('%s is answered as a problem', async (error, status) => {
  const response = await answerTo(error);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ status, type: 'about:blank', title: expect.any(String), detail: expect.any(String) });
  expect(response.headers.get('retry-after')).toBe(status === 503 ? '5' : null);
});

test('an error that nobody foresaw tells an id and nothing else', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const response = await answerTo(new TypeError('secret of the evidence'));
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(body).not.toMatch(/secret|TypeError| at /);
  const [line] = logged.mock.calls[0] as unknown as [{ request: string }];
  expect(JSON.stringify(line)).not.toContain('secret');
  expect(body).toContain(line.request);
  logged.mockRestore();
});

test('JSON is harmless inside a page', async () => {
  expect(await json({ a: '</script>' }).text()).toBe('{"a":"\\u003c/script>"}');
});

test('JSON printed on a terminal moves nothing, and reads back as it was', async () => {
  const value = { a: '\u001b[2K\u009b31m\u202e\u200b\u2028\u007f\ufeff é 中 \u{1f600}' };
  const text = await json(value).text();
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(text)).toEqual(value);
});

test('a problem is told in the language that is asked for', async () => {
  const inChinese = new Request('http://localhost/api/diagnose', { headers: { 'Accept-Language': 'zh-CN,zh;q=0.9' } });
  const response = await answering(() => Promise.reject(new Problem(410, says('gone'))))(inChinese, undefined);
  expect(await response.json()).toMatchObject({ title: '已删除', detail: '此案例已删除或已到期。什么都没有保留。' });
});

test('every text of a problem has a Chinese one', () => {
  expect(checkChinese(problemWords.en, problemWords.zh)).toEqual([]);
});
