import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { causeExamples } from '../../examples/causes';
import { applyFix } from '../apply-fix';
import { causeIds } from '../cause-ids';
import { gatherFacts } from '../facts/gather-facts';
import { programsOf } from '../fixes/shell-words';
import type { Fix } from '../report';
import { expectSafe } from '../testing/expect-safe';
import { textsOf, type Texts } from '../testing/describe-cause';
import { causes } from './index';

/** Breaks out of careless quoting, of a jq program, of a line of a file and of YAML. */
const hostile = `/srv/Qz';touch /tmp/owned;'$(id)\`id\`" | .x = 1 | "%s: true #`;
const mask = '/srv/⟦env#3⟧/x';
/** Ends its string, its line and what holds it, in JSON, YAML, TOML, a unit of systemd and a file of settings. */
const breaking = '/srv/Qz"\nprivileged: true\n[Service]\nExecStart=%n:0:1\n# ';

/** Every text of the configs that says something of its own; the words of the specification are none. */
function valuesOf(texts: Texts): string[] {
  const found = new Set<string>();
  const visit = (value: unknown) => {
    if (typeof value === 'string' && /[/=@]|^\w*\d/.test(value) && value.length > 2) found.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const text of Object.values(texts)) {
    if (text.trimStart().startsWith('{')) visit(parsed(text));
    // Paths and users of logs and sessions.
    for (const [value] of text.matchAll(/(?<![\w/.])\/[\w.-]+(?:\/[\w.-]+)+|\b[a-z]+(?=@node1)/g)) found.add(value);
  }
  return [...found];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The value replaced wherever it stands, so that what joined two documents still joins them. */
function changed(texts: Texts, value: string, put: string): Texts {
  const inJson = JSON.stringify(put).slice(1, -1);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll(value, text.trimStart().startsWith('{') ? inJson : put)]));
}

function fixesWith(id: (typeof causeIds)[number], put: string): Fix[] {
  const { bad } = causeExamples[id];
  return valuesOf(bad).flatMap((value) => causes[id].judge(gatherFacts(textsOf(changed(bad, value, put)))).statement?.fixes ?? []);
}

const commandsOf = (fix: Fix) => [...fix.commands, ...fix.verify, ...fix.undo.flatMap(({ key, values }) => (key === 'general/command' ? [String(values.command)] : []))];

describe.each(causeIds)('%s', (id) => {
  test('a masked value is in no command and in no patch', () => {
    for (const fix of fixesWith(id, mask)) {
      expectSafe(fix);
      expect(JSON.stringify([fix.patch, fix.edits, commandsOf(fix)])).not.toMatch(/[⟦⟧]/);
    }
  });

  test('a value is one word of a program, never a program, a part of one or a line of a file', () => {
    for (const fix of fixesWith(id, hostile)) {
      expectSafe(fix);
      for (const { words, writes } of commandsOf(fix).flatMap(programsOf)) {
        expect(['touch', 'id`id`', 'id`']).not.toContain(words[0]);
        words.forEach((word, index) => {
          if (!word.includes('Qz')) return;
          if (words[0] === 'jq') expect(words[index - 2], `handed to jq by name: ${words.join(' ')}`).toBe('--arg');
          if (writes) expect(words[0], `the text of a file: ${words.join(' ')}`).toBe('find');
          expect(words[0], 'users of the host are named by names alone').not.toMatch(/^(?:usermod|loginctl|su|sudo)$/);
        });
      }
    }
  });
});

test('a value does reach a command and a patch, so that the tests above can fail', () => {
  const all = causeIds.flatMap((id) => fixesWith(id, hostile));
  expect(all.flatMap(commandsOf).filter((command) => command.includes('Qz')).length).toBeGreaterThan(5);
  expect(all.filter(({ patch }) => JSON.stringify(patch).includes('Qz')).length).toBeGreaterThan(0);
});

test('a value that ends its string and its line stays that value wherever a fix writes it, and is in no command and in no edit', () => {
  let written = 0;
  for (const id of causeIds) {
    const { bad } = causeExamples[id];
    // Only JSON holds such a value as one.
    const configs = Object.fromEntries(Object.entries(bad).filter(([, text]) => text.trimStart().startsWith('{')));
    for (const value of valuesOf(configs).filter((one) => one.startsWith('/'))) {
      const texts = changed(bad, value, breaking);
      for (const fix of causes[id].judge(gatherFacts(textsOf(texts))).statement?.fixes ?? []) {
        expect([...commandsOf(fix), ...fix.edits.map(({ text }) => text)].join('\n')).not.toMatch(/privileged: true|Qz|ExecStart/);
        if (!JSON.stringify(fix.patch).includes('Qz')) continue;
        // A patch is JSON, which is YAML as well: pasted into a pod it is the same string.
        expect(parse(JSON.stringify(fix.patch))).toEqual(fix.patch);
        const mended = applyFix(texts[fix.document ?? ''] ?? '', fix);
        if (mended === undefined) continue;
        written++;
        expect(Object.keys(JSON.parse(mended) as object)).toEqual(Object.keys(JSON.parse(texts[fix.document ?? ''] ?? '{}') as object));
        expect(mended).toContain(JSON.stringify(breaking).slice(1, -1));
        expect(mended).not.toMatch(/^privileged|^ExecStart/m);
      }
    }
  }
  expect(written).toBeGreaterThan(0);
});
