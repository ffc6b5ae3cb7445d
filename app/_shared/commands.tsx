import { CopyButton } from './copy-button';

/** Commands in the order in which they are run, each copied by itself, with what it does to the host said before it. */
export function Commands({ commands, label }: { commands: readonly string[]; label: string }) {
  return (
    <ul className="space-y-1.5">
      {commands.map((command, index) => (
        <li key={index} className="flex items-start gap-2">
          <pre className="min-w-0 flex-1 rounded bg-sunk px-2 py-1.5 whitespace-pre-wrap">
            <code>{command}</code>
          </pre>
          <CopyButton text={command} label={commands.length > 1 ? `${label} ${index + 1}` : label} short />
        </li>
      ))}
    </ul>
  );
}
