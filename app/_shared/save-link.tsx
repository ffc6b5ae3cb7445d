import { saveText } from './save-text';

interface Props {
  readonly label: string;
  /** Of the file. */
  readonly name: string;
  readonly text: string;
  readonly className?: string;
}

/** Saves a text that is here as a file; it looks like the link to one of the server. */
export function SaveLink({ label, name, text, className = '' }: Props) {
  return (
    <button type="button" className={`cursor-pointer text-accent underline underline-offset-3 ${className}`} onClick={() => saveText(name, text, 'text/plain')}>
      {label}
    </button>
  );
}
