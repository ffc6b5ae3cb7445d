import { describe, expect, test, vi } from 'vitest';
import { examples } from '../examples';
import { causeExamples } from '../examples/causes';
import { diagnose } from './diagnose';
import { makeDocument } from './documents/document';
import { recognise } from './documents/recognise';
import { messageRows } from './messages/index';
import { today } from './testing/short';

/** Each change is tried on some seven hundred fixtures, one after the other, also where machines are shared. */
vi.setConfig({ testTimeout: 300_000 });

type Texts = readonly { readonly name: string; readonly text: string }[];

/** The verdict and the root cause: what must not change where nothing that matters did. */
function answer(texts: Texts): string {
  const { verdict, findings } = diagnose(texts);
  const root = findings.find(({ role }) => role === 'root-cause');
  return `${verdict} ${root?.cause ?? 'none'}`;
}

const answers = new Map<Texts, string>();
/** The answer to a fixture as it is, worked out once. */
function known(texts: Texts): string {
  const found = answers.get(texts) ?? answer(texts);
  answers.set(texts, found);
  return found;
}

const isFailing = (row: (typeof messageRows)[number]) => 'symptom' in row;
/** Each known line alone, whole uploads recorded from real runs, and what every cause shows when it is at work and when all is well. */
const lines: readonly Texts[] = today([...new Set(messageRows.filter(isFailing).map(({ seen }) => seen))]).map((seen) => [{ name: 'run.log', text: `${seen}\n` }]);
const recorded: readonly Texts[] = examples.map(({ files }) => files);
const written: readonly Texts[] = Object.values(causeExamples).flatMap(({ bad, good }) => [bad, good].map((texts) => Object.entries(texts).map(([name, text]) => ({ name, text }))));
const uploads = today([...recorded, ...written]);

const each = (change: (text: string, name: string) => string) => (texts: Texts) => texts.map(({ name, text }) => ({ name, text: change(text, name) }));
const logsOnly = (change: (line: string) => string) =>
  each((text, name) => (/config|\.json$/.test(name) ? text : text.split('\n').map((line) => (line === '' ? line : change(line))).join('\n')));
const quoted = (line: string) => line.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** Lines that stand around a failure on any host and say nothing of it. */
const noise = [
  'time="2026-03-01T09:59:58Z" level=warning msg="unable to get oom kill count" error="openat2 /sys/fs/cgroup/x/memory.events: no such file or directory"',
  'WARN[0000] "/" is not a shared mount, this could cause issues or missing mounts with rootless containers',
  'Mar 19 20:59:30 node1 systemd[1]: Started Session 12 of User app.',
  'time="2026-03-01T09:59:59Z" level=info msg="cleaning up after shim disconnected" id=web namespace=default',
];

const changes: Readonly<Record<string, (texts: Texts) => Texts>> = {
  'line endings of Windows': each((text) => text.replaceAll('\n', '\r\n')),
  'the files in another order': (texts) => texts.toReversed(),
  'other file names': (texts) => texts.map(({ text }, index) => ({ name: `upload-${index}.bin`, text })),
  'other host names and users': each((text) => text.replace(/\bnode1\b/g, 'prod-eu-7').replace(/\bcarol\b/g, 'dave')),
  'blank lines around it': each((text, name) => (/\.json$/.test(name) ? text : `\n\n${text}\n\n`)),
  'noise before and after': each((text, name) => (/config|\.json$/.test(name) ? text : `${noise.join('\n')}\n${text}${noise.toReversed().join('\n')}\n`)),
};

/** Another value for each one that does not matter, the same wherever it stands: what joined two documents joins them still. */
const renamed = (pattern: RegExp, rename: (found: string) => string) => each((text) => text.replace(pattern, rename));
const otherDigits = (digits: string) => digits.replace(/\d/g, (one, at: number) => (at === 0 ? String((Number(one) % 9) + 1) : String((Number(one) + 7) % 10)));
const otherHex = (hex: string) => hex.replace(/[0-9a-f]/g, (one) => ((Number.parseInt(one, 16) + 5) % 16).toString(16));

const otherValues: Readonly<Record<string, (texts: Texts) => Texts>> = {
  // Not 1, self and this process's own: they are no matter of chance.
  'other process ids': renamed(/(?<=\/proc\/|\w\[|pid[ =])[2-9]\d{1,6}\b|(?<=\/proc\/|\w\[|pid[ =])1\d{2,6}\b/g, otherDigits),
  'other container ids': renamed(/\b[0-9a-f]{64}\b|\b(?=[0-9a-f]{0,11}[a-f])(?=[a-f]{0,11}\d)[0-9a-f]{12}\b|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, otherHex),
  'other times': renamed(/\b\d\d:\d\d:\d\d\b/g, (time) => `${String((Number(time.slice(0, 2)) + 3) % 20).padStart(2, '0')}${time.slice(2)}`),
  'another year': renamed(/\b20[12]\d(?=-\d\d-\d\d[T ])/g, (year) => String(Number(year) + 2)),
  'other homes and data folders': renamed(/(?<=^|["'\s:=`(])\/(srv|home|data|mnt|opt)\/[\w.-]*\w/gm, (path) => `${path}-two`),
  'another granted range': renamed(/\b(?:100000|165535|165536)\b/g, (id) => String(Number(id) + 2_100_000)),
};

/** Changes that make sense for plain lines, and not for listings or sessions. */
const lineChanges: Readonly<Record<string, (texts: Texts) => Texts>> = {
  'journald before each line': logsOnly((line) => `Mar 19 20:59:36 node1 runtime[214]: ${line}`),
  'a CI prefix before each line': logsOnly((line) => `2026-03-01T10:00:00.1234567Z ${line}`),
  'one more level of quoting': logsOnly((line) => `time="2026-03-01T10:00:00Z" level=error msg="${quoted(line)}"`),
  'an event of kubectl describe': logsOnly((line) => `  Warning  Failed  2s (x2 over 4s)  kubelet  Error: failed to create containerd task: ${line}`),
  'wrapped at 80 columns': logsOnly((line) => (line.length > 80 ? line.replace(/(?=.{81})(.{1,79}) /g, '$1\n') : line)),
  'indented by four blanks': logsOnly((line) => `    ${line}`),
  'cut at the end by a word that says nothing': logsOnly((line) => `${line} …`),
  'a command and its prompt before it': each((text) => `deploy@node1:~$ journalctl -u web\n${text}`),
  'a fenced block of a report in Markdown': each((text) => `### What happened\nI upgraded yesterday, and since then nothing works.\n\n\`\`\`\n${text}\`\`\`\n\nAny idea?\n`),
};

/** Fixtures in which the numbers are the matter: a range that lies elsewhere overlaps no more, or is one that a home maps. */
const numbersMatter: readonly Texts[] = (['mapping-overlap', 'subid-range-outside-idmapped-home'] as const).flatMap((id) => written.filter((texts) => known(texts) === `diagnosed ${id}`));

/** The fixtures that get another answer by a change, with both answers. */
function changedBy(change: (texts: Texts) => Texts, fixtures: readonly Texts[]): string[] {
  return fixtures.flatMap((texts) => {
    const now = answer(change(texts));
    return now === known(texts) ? [] : [`${texts.at(-1)?.text.slice(0, 160) ?? ''} → ${now}, not ${known(texts)}`];
  });
}

/** Lines with a dressing of their own, which no other program would wrap once more. */
const dressed = /level=|^\S+ \d+ [\d:]+ |audit:|avc:|type=|^\[|^(?:WARN|ERRO|FATA)|^[IWEF]\d{4}|^E: |^\{/;

/** Nothing but what programs said, as they said it. */
function isPlainLog(text: string): boolean {
  const { regions } = recognise(makeDocument('log', text));
  return regions.every(({ kind, command }) => kind === 'log' && command === undefined) && text.split('\n').every((line) => !dressed.test(line));
}

describe('changing what does not matter does not change the root cause', () => {
  for (const [name, change] of Object.entries({ ...changes, ...otherValues })) {
    test(name, () => {
      const asked = name === 'another granted range' ? uploads.filter((texts) => !numbersMatter.includes(texts)) : uploads;
      expect(changedBy(change, [...lines, ...asked])).toEqual([]);
    });
  }
  for (const [name, change] of Object.entries(lineChanges)) {
    test(name, () => {
      const plain = lines.filter(([one]) => one && !dressed.test(one.text));
      expect(changedBy(change, plain)).toEqual([]);
    });
    test(`${name}, in the log of an upload`, () => {
      const logged = uploads.filter((texts) => texts.some(({ text }) => isPlainLog(text)));
      const logOnly = (texts: Texts) => texts.map((one) => (isPlainLog(one.text) ? (change([one])[0] ?? one) : one));
      expect(changedBy(logOnly, logged)).toEqual([]);
    });
  }
  test('all evidence pasted as one text', () => {
    expect(changedBy((texts) => [{ name: 'pasted.txt', text: texts.map(({ text }) => text).join('\n') }], uploads)).toEqual([]);
  });
});

test('with any document taken away, the answer is never certain and another one', () => {
  for (const texts of uploads) {
    const whole = answer(texts);
    for (const gone of texts) {
      const left = texts.filter((one) => one !== gone);
      if (left.length === 0) continue;
      const root = diagnose(left).findings.find(({ role, confidence }) => role === 'root-cause' && confidence === 'certain');
      if (root) expect(`diagnosed ${root.cause}`).toBe(whole);
    }
  }
});
