import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { diagnose } from '../lib/diagnosis/diagnose';
import { redact } from '../lib/redaction/redact';
import { pickLanguage } from '../lib/report/language';
import { renderReport } from '../lib/report/render';
import { reportText } from '../lib/report/text';

/** `npm run diagnose -- FILES…`: the Report in the terminal; `--json` prints it as the API gives it; `-` reads standard input. */
const words = process.argv.slice(2);
const asJson = words.includes('--json');
const names = words.filter((word) => word !== '--json');

if (names.length === 0) {
  process.stderr.write('usage: npm run diagnose -- [--json] FILE… (- for standard input)\n');
  process.exit(2);
}

const texts = names.map((name) => {
  try {
    return name === '-'
      ? { name: 'pasted.txt', text: readFileSync(0, 'utf8') }
      : { name: basename(name), text: readFileSync(name, 'utf8') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`cannot read ${name}: ${reason}\n`);
    process.exit(2);
  }
});

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
// An empty variable counts as one that is not set.
const language = pickLanguage(null, LC_ALL || LC_MESSAGES || LANG || null);
const report = renderReport(diagnose(redact(texts).texts), language);
process.stdout.write(asJson ? `${JSON.stringify(report, undefined, 2)}\n` : reportText(report, language));
