import { diagnose } from '../diagnosis/diagnose';
import type { Report } from '../diagnosis/report';
import { fill, languages, type Language } from '../diagnosis/sentence';
import { excerptOf } from '../excerpt/excerpt';
import { archiveKind } from '../intake/archive-kind';
import { takeText } from '../intake/take-text';
import { redact, type NamedText } from '../redaction/redact';
import { readCase, writeCase } from '../report/case-file';
import { pickLanguage } from '../report/language';
import { renderReport } from '../report/render';
import { element } from './element';
import { reportView } from './report-view';
import { offlineWords } from './words';

/** Typing is diagnosed once it pauses, in milliseconds. */
const pause = 200;

let language: Language = pickLanguage(null, navigator.languages.join(','));
let files: readonly NamedText[] = [];
let refusals: readonly string[] = [];
/** What was diagnosed last, masked. */
let last: { readonly texts: readonly NamedText[]; readonly report: Report } | undefined;

const box = element('textarea', { id: 'evidence', rows: '14', spellcheck: 'false', autocomplete: 'off' });
const picker = element('input', { type: 'file', multiple: '', hidden: '' });
const answer = element('section', { 'aria-live': 'polite' });
const given = element('ul');

/** Masks and diagnoses all that is given, and shows the answer. */
function update(): void {
  const words = offlineWords[language];
  const typed = box.value.trim() === '' ? [] : [{ name: 'pasted.txt', text: box.value }];
  const texts = [...files, ...typed];
  const notes = refusals.map((note) => element('p', { role: 'alert' }, note));
  if (texts.length === 0) {
    last = undefined;
    answer.replaceChildren(element('h2', {}, words.answer), ...notes, element('p', { class: 'quiet' }, words.empty));
    return;
  }
  const masked = redact(texts);
  const report = diagnose(masked.texts.map(({ name, text }) => ({ name, text: excerptOf(text) })));
  last = { texts: masked.texts, report };
  const hidden = masked.masks.reduce((sum, { count }) => sum + count, 0);
  answer.replaceChildren(...notes, reportView(renderReport(report, language), language), ...(hidden > 0 ? [element('p', { class: 'quiet' }, fill(words.masked, { count: hidden }))] : []));
}

function listFiles(): void {
  given.replaceChildren(
    ...files.map(({ name }, index) => {
      const label = fill(offlineWords[language].remove, { name });
      const button = element('button', { type: 'button', 'aria-label': label, title: label }, '×');
      button.addEventListener('click', () => show(files.filter((_, other) => other !== index)));
      return element('li', {}, element('code', {}, name), ' ', button);
    }),
  );
}

function show(next: readonly NamedText[]): void {
  files = next;
  listFiles();
  update();
}

/** Takes files: a case file gives its documents, another its text; what cannot be read is told. */
async function take(list: Iterable<File>): Promise<void> {
  const words = offlineWords[language];
  const taken: NamedText[] = [];
  const told: string[] = [];
  for (const file of list) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const one = takeText(file.name, bytes);
    if (archiveKind(bytes)) told.push(fill(words.archive, { name: file.name }));
    else if ('text' in one) taken.push(...(readCase(one.text)?.documents ?? [{ name: one.name, text: one.text }]));
    else told.push(fill(words.refused, { name: one.name, why: one.refused }));
  }
  refusals = told;
  show([...files, ...taken]);
}

function save(): void {
  if (!last) return;
  const address = URL.createObjectURL(new Blob([writeCase(last.texts, last.report)], { type: 'application/json' }));
  element('a', { href: address, download: 'userns-doctor-case.json' }).click();
  URL.revokeObjectURL(address);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}

/** The whole page in the language chosen. */
function draw(): void {
  const words = offlineWords[language];
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
  document.title = words.title;
  box.placeholder = words.placeholder;
  const choice = element('select', { 'aria-label': words.language }, ...languages.map((one) => element('option', one === language ? { value: one, selected: '' } : { value: one }, one === 'zh' ? '简体中文' : 'English')));
  choice.addEventListener('change', () => {
    language = languages.find((one) => one === choice.value) ?? 'en';
    draw();
  });
  const clear = () => {
    box.value = '';
    refusals = [];
    show([]);
  };
  document.body.replaceChildren(
    element('header', {}, element('h1', {}, words.title), choice, element('p', {}, words.lead)),
    element('main', {}, element('section', {}, element('label', { for: 'evidence' }, words.evidence), box, given, element('p', { class: 'actions' }, button(words.open, () => picker.click()), button(words.save, save), button(words.clear, clear)), picker), answer),
  );
  listFiles();
  update();
}

let timer: ReturnType<typeof setTimeout> | undefined;
box.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(update, pause);
});
picker.addEventListener('change', () => {
  void take([...(picker.files ?? [])]);
  picker.value = '';
});
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  void take([...(event.dataTransfer?.files ?? [])]);
});
draw();
