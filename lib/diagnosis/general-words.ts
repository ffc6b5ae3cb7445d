/** Sentences that belong to no single cause: ranking, asks, verdicts, fixes. One table per language. */
export const generalWords = {
  en: {
    command: '{command}',
    placeholder: 'Put your own value where `<...>` stands; the evidence does not hold it.',
    barredPath: 'No command is built for `{path}`: it belongs to the system, or is no plain absolute path.',
    costsNothing: 'None known.',
    putBack: 'Put `{value}` back at `{pointer}`.',
    takeOut: 'Take `{pointer}` out again.',
  },
} as const;
