import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shedder, turns, watchLag } from './overload.mjs';

class Answer extends EventEmitter {
  status = 0;
  writeHead(status: number) {
    this.status = status;
  }
  end() {
    this.emit('close');
  }
}

let worked: string[];
let sent: number;
let behind: number;
let inTurn: ReturnType<typeof turns>;
function ask(url: string, method = 'GET'): Answer {
  const answer = new Answer();
  inTurn({ url, method } as never, answer as never, () => worked.push(url));
  return answer;
}

beforeEach(() => {
  vi.useFakeTimers();
  [worked, sent, behind] = [[], 0, 0];
  inTurn = turns(() => behind, () => sent++);
});
afterEach(() => vi.useRealTimers());

test('eight pages are made at once; the next one when one is sent, in their order', () => {
  const answers = Array.from({ length: 11 }, (_, number) => ask(`/cases/${number}`));
  expect(worked).toHaveLength(8);
  answers[3]?.end();
  expect(worked.at(-1)).toBe('/cases/8');
  // One that went away while it waited is not made.
  answers[9]?.emit('close');
  answers[4]?.end();
  expect(worked.at(-1)).toBe('/cases/10');
  for (const answer of answers) answer.emit('close');
  for (let number = 0; number < 8; number++) ask(`/causes/${number}`);
  expect(worked).toHaveLength(18);
});

test('where the server is behind, two pages are made at once, until it is not', () => {
  behind = 121;
  const answers = Array.from({ length: 9 }, (_, number) => ask(`/cases/${number}`));
  expect(worked).toEqual(['/cases/0', '/cases/1']);
  answers[0]?.end();
  expect(worked).toEqual(['/cases/0', '/cases/1', '/cases/2']);
  behind = 0;
  answers[1]?.end();
  expect(worked).toHaveLength(9);
});

test('probes, files and what is sent in wait for no turn', () => {
  for (let number = 0; number < 8; number++) ask('/');
  for (const [url, method] of [['/api/health', 'GET'], ['/_next/static/a.js', 'GET'], ['/api/cases', 'POST']] as const) ask(url, method);
  expect(worked.slice(8)).toEqual(['/api/health', '/_next/static/a.js', '/api/cases']);
});

test('who reads slowly holds its turn for two seconds; who waited for four is sent away', () => {
  const slow = Array.from({ length: 8 }, () => ask('/slow'));
  const next = ask('/next');
  vi.advanceTimersByTime(1999);
  expect(worked).not.toContain('/next');
  vi.advanceTimersByTime(1);
  expect(worked).toContain('/next');
  slow[0]?.end();
  next.end();
  expect(next.status).toBe(0);
  // Each turn of two seconds is taken by others before its own comes.
  for (let number = 0; number < 24; number++) ask('/again');
  const late = ask('/late');
  vi.advanceTimersByTime(4001);
  expect([late.status, worked.includes('/late')]).toEqual([503, false]);
  expect(sent).toBeGreaterThan(0);
});

test('sixty-four wait, and no more', () => {
  const answers = Array.from({ length: 74 }, () => ask('/'));
  expect(answers.map(({ status }) => status).filter((status) => status === 503)).toHaveLength(2);
  expect(sent).toBe(2);
});

test('where the server is behind no evidence is taken in; readers, probes and the first few are not sent away', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'performance'] });
  const shed = shedder(watchLag());
  const asked = (method: string, url: string) => {
    const answer = new Answer();
    return shed({ method, url } as never, answer as never) ? answer.status : 'taken';
  };
  for (let number = 0; number < 8; number++) expect(asked('POST', '/api/diagnose')).toBe('taken');
  // A turn of the event loop that lasts longer than it may.
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 1000);
  vi.advanceTimersByTime(50);
  expect([asked('POST', '/api/diagnose'), asked('GET', '/cases/x'), asked('GET', '/api/health')]).toEqual([503, 'taken', 'taken']);
});
