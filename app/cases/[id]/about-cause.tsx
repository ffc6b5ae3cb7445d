import { fill, type Language } from '../../../lib/diagnosis/sentence';
import { findingWords } from '../../_shared/finding-words';

/** The way to the reference of the cause that was found. */
export function AboutCause({ cause, language }: { readonly cause: string; readonly language: Language }) {
  return (
    <p className="mt-5">
      <a href={`/causes/${cause}`}>{fill(findingWords[language].aboutCause, { cause })}</a>
    </p>
  );
}
