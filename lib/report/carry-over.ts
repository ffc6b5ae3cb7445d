import { configsGiven } from '../diagnosis/configs-given';
import { hasBlank } from '../diagnosis/fixes/patch';
import type { Report } from '../diagnosis/report';
import { applyFix } from '../diagnosis/apply-fix';

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/**
 * What still holds of an attempt's texts after its first fix: the configs, with that fix applied. Logs and facts of the
 * host are left behind. A config whose change is not known (a value that its user filled in, or a patch that does not
 * fit) is left behind too: what stands there now was not seen.
 */
export function carryOver(texts: readonly NamedText[], report: Report): NamedText[] {
  const fix = report.findings.find(({ role }) => role === 'root-cause')?.fixes[0];
  return texts.flatMap(({ name, text }) => {
    if (!fix || fix.document !== name || (fix.patch.length === 0 && fix.edits.length === 0)) return configsOf(name, text);
    const mended = hasBlank(fix.patch) ? undefined : applyFix(text, fix);
    return mended === undefined ? [] : configsOf(name, mended);
  });
}

/** A config that is a file of its own keeps its name; one cut out of a paste is called what it is. */
function configsOf(name: string, text: string): NamedText[] {
  return configsGiven([{ name, text }]).map(({ start, end }) => {
    const config = text.slice(start, end);
    return config.trim() === text.trim() ? { name, text } : { name: 'config.json', text: config };
  });
}
