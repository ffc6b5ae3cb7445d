import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blank } from './blank';
import { hostPath } from './host-path';
import { change, hasPlaceholder, isSafeInCommand, look, quoteWord, userName } from './sh';

const shells = [['/bin/sh'], ['/bin/bash'], ['/bin/dash'], ['/bin/busybox', 'sh']].filter(([program = '']) => existsSync(program));

/** Pieces that break out where quoting is careless. */
const hostile = ["'", '"', '`', '$(id)', '${IFS}', ';rm -rf /', '&&', '|', '>', '<', '*', '?', '[a]', '~', '-rf', '--', ' ', '#', '{a,b}', '=', 'é', '中', '%s', '^', '(', ')'];

/** 100,000 with `QUOTED_VALUES=100000 npx vitest run lib/diagnosis/fixes/sh.test.ts`. */
const count = Number(process.env.QUOTED_VALUES ?? 5000);

describe.each(shells)('%s hands a quoted word on byte for byte', (...shell) => {
  test(`${count} random and hostile values`, () => {
    const piece = fc.oneof(fc.constantFrom(...hostile, 'a', '/b'), fc.string({ unit: 'grapheme', maxLength: 6 }));
    const values = fc.sample(fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')).filter(isSafeInCommand), { numRuns: count, seed: 7 });
    const script = values.map((value) => `printf '%s\\0' ${quoteWord(value)}`).join('\n');
    const [program = '', ...options] = shell;
    const printed = execFileSync(program, options, { input: script, encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\0').slice(0, -1);
    expect(printed).toEqual(values);
  }, 120_000);
});

test('what a shell or a reader could take for something else never stands in a command', () => {
  for (const value of ['a\nb', 'a\rb', 'a\u0000b', 'a\u001b[31m', 'a\\b', 'a!b', 'a\u202eb', 'a\u200bb', 'a\u2028b', '\ud800']) {
    expect(isSafeInCommand(value), JSON.stringify(value)).toBe(false);
    expect(quoteWord(value)).toBe(`'<value>'`);
  }
});

test('a word that begins like an option, or as home, is quoted', () => {
  expect([quoteWord('-rf'), quoteWord('~root'), quoteWord('=x'), quoteWord('')]).toEqual([`'-rf'`, `'~root'`, `'=x'`, `''`]);
  expect(quoteWord('/srv/web_1.0/rootfs')).toBe('/srv/web_1.0/rootfs');
});

test('a command that changes something takes no plain string', () => {
  const text: string = '/srv/web/rootfs';
  // @ts-expect-error: only a path that passed `hostPath` may be changed.
  expect(change`rmdir -- ${text}`).toBe('rmdir -- /srv/web/rootfs');
  const path = hostPath(text);
  expect(path && change`mkdir -- ${path}`).toBe('mkdir -- /srv/web/rootfs');
  expect(look`ls -ld -- ${text}`).toBe('ls -ld -- /srv/web/rootfs');
});

test('a value that is not known is a placeholder that does nothing if it is pasted', () => {
  const command = change`chmod o+x -- ${blank('directory')}`;
  expect(command).toBe(`chmod o+x -- '<directory>'`);
  expect(hasPlaceholder(command)).toBe(true);
});

test('only names that useradd takes reach a command, and never root', () => {
  expect(['app', '_svc', 'web-1'].map(userName)).toEqual(['app', '_svc', 'web-1']);
  for (const name of ['root', 'App', '-x', 'a b', 'a;b', '', 'a'.repeat(33), '0day', 'a$']) expect(userName(name), name).toBeUndefined();
});
