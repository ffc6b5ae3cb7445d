import { wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import { caseWords } from './words';

interface Props {
  readonly documents: number;
  readonly status: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly language: Language;
}

/** How many documents a case has, whether it is solved, and until when it is kept. */
export function CaseState({ documents, status, expiresAt, language }: Props) {
  const word = wordsOf(caseWords[language]);
  const day = expiresAt.slice(0, 10);
  return (
    <>
      {documents === 1 ? word('oneDocument') : word('documents', { count: documents })} · {word(status === 'resolved' ? 'resolved' : 'open')} · {word('keptUntil')} <time dateTime={day}>{day}</time>
    </>
  );
}
