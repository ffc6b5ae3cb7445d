import { expect } from 'vitest';
import { takesIsolation } from '../fixes/lowers-isolation';
import { isReadOnly } from '../fixes/read-only';
import { readPatched } from '../fixes/read-patched';
import { programsOf } from '../fixes/shell-words';
import type { Fix } from '../report';
import { renderSentence } from '../../report/render';

/** Programs that fetch what nobody has seen, and shells that would run it. */
const fetching = /^(?:curl|wget|git|pip3?|npm|go|ssh|scp|rsync|nc|eval|source|\.|xargs|(?:ba|da|z|fi|c|tc)sh)$/;
/** Editors of text whose program would hold a value. */
const editing = /^(?:sed|awk|gawk|mawk|perl|python3?|ed|ex)$/;
/** Programs that start a container: what they start is the user's to name. */
const starting = /^(?:docker|podman|nerdctl|ctr)$/;
/** What no shell word of a command may hold: controls, and signs that are read otherwise than seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const changesFiles = /^(?:chown|chmod|chcon|setfacl|setcap|mount|umount|rmdir|rm|mv|mkdir|install|ln)$/;

/** The commands of an undo; a sentence stands there as a comment. */
function undoCommands({ undo }: Fix): string[] {
  return undo.flatMap(({ key, values }) => (key === 'general/command' && typeof values.command === 'string' ? [values.command] : []));
}

/** What must hold of every fix of every cause, whatever the evidence says. */
export function expectSafe(fix: Fix): void {
  const { commands, verify } = fix;
  const all = [...commands, ...undoCommands(fix), ...verify];
  for (const command of all) {
    expect(command, 'nothing unseen').not.toMatch(unseen);
    expect(command, 'no mask stands for a value').not.toMatch(/[⟦⟧]/);
    for (const { words: [name = '', ...args] } of programsOf(command)) {
      expect(name === 'sh' && isReadOnly(command) ? '' : name, `nothing is fetched and run: ${command}`).not.toMatch(fetching);
      expect(name, `no program of an editor holds a value: ${command}`).not.toMatch(editing);
      if (starting.test(name) && ['run', 'create', 'pull'].includes(args[0] ?? '')) expect(args.slice(1).filter((arg) => !/^-|^[\w-]+[=:]|^<[^>]+>$/.test(arg)), `only the user names an image: ${command}`).toEqual([]);
    }
    expect(command, 'no here-document').not.toContain('<<');
    // The program of an edit is our own text: with a character that no command may hold it would silently become a blank.
    expect(command, 'the program of an edit is written out').not.toMatch(/'<value>' config\.json\.before/);
  }
  for (const command of verify) expect(isReadOnly(command), `verify only reads: ${command}`).toBe(true);
  expect(verify.length, 'a fix says how to see that it worked').toBeGreaterThan(0);
  expect(verify, 'every place of a patch is read').toEqual(expect.arrayContaining(readPatched(fix.patch)));
  const changes = fix.patch.length > 0 || fix.edits.length > 0 || commands.some((command) => !isReadOnly(command));
  if (changes) expect(fix.undo.length, 'what changes something says how to take it back').toBeGreaterThan(0);
  if (all.some((command) => /'<[A-Za-z]/.test(command))) expect(fix.risk, 'a value to fill in is to be reviewed').not.toBe('safe');
  expect(JSON.stringify([fix.patch, fix.edits]), 'no mask is written into a config').not.toMatch(/[⟦⟧]/);
  const ofOuterContainer = fix.title.key.startsWith('nested-mapping-exceeds-parent/');
  if (takesIsolation(fix.patch, commands, ofOuterContainer)) expect(fix.lowersIsolation, commands.join('\n')).toBe(true);
  if (fix.lowersIsolation) expect(renderSentence(fix.costs, 'en'), 'what lowers isolation costs something').not.toMatch(/^None/);
  if (fix.patch.length > 0) expect(commands.filter((command) => /\s-\w*R/.test(command)), 'a patch brings no recursive change').toEqual([]);
  const first = commands.findIndex((command) => programsOf(command).some(({ words: [name = ''] }) => changesFiles.test(name)));
  if (first >= 0) expect(isReadOnly(commands[0] ?? '') || /^find .* > /.test(commands[0] ?? ''), `a look first: ${commands.join('\n')}`).toBe(true);
  for (const command of commands.filter((one) => /\bchown\b.*\s-\w*R|\bchown -\w*R/.test(one))) {
    expect(command, 'links are not followed, owners stay apart, operands end the options').toMatch(/^chown -hR --from=(?:\d+|'<[^>]+>')(?::(?:\d+|'<[^>]+>'))? (?:\d+|'<[^>]+>'):(?:\d+|'<[^>]+>') -- /);
    expect(commands.find((one) => /^find .* -printf /.test(one)), 'who owns what is saved first').toBeDefined();
    expect(undoCommands(fix)[0], 'and saved again before it is undone').toMatch(/^find .* -printf /);
  }
}
