import { generalWords } from '../diagnosis/general-words';
import { sayFrom, type Language } from '../diagnosis/sentence';
import { renderSentence } from './render';

const say = sayFrom<typeof generalWords.en>('general');

/** What a maintainer answers: cause, why, what decides, what mends it. `{link}` stands for the address of the page. */
export function replyText(cause: { name: string; why: string; collects: readonly { what: string; command: string }[]; fixes: readonly { title: string }[] }, language: Language): string {
  const [collect] = cause.collects;
  const [fix] = cause.fixes;
  // The first two sentences: a full stop, a blank and a capital letter part them, in Chinese its full stop alone.
  const why = language === 'zh' ? cause.why.split(/(?<=。)/).slice(0, 2).join('') : cause.why.split(/(?<=\.)\s(?=[A-Z])/).slice(0, 2).join(' ');
  const sentences = [
    say('replyCause', { name: cause.name }),
    ...(collect ? [say('replyDecides', collect)] : []),
    ...(fix ? [say('replyFix', { fix: fix.title })] : []),
    say('replyMore', { link: '{link}' }),
  ].map((sentence) => renderSentence(sentence, language));
  return [sentences[0], why, ...sentences.slice(1)].join('\n\n');
}
