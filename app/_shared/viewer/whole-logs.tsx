'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { linesWith } from '../../../lib/report/log-rows';
import { indexLogs } from './log-order';
import LogViewer, { type Place } from './log-viewer';
import { useLogAnswer } from './use-log-answer';

interface Props extends Place {
  readonly texts: readonly { readonly name: string; readonly text: string }[];
}

/** Logs that are at hand whole: all of them is searched and filtered here. */
export default function WholeLogs({ texts, ...place }: Props) {
  const logs = useMemo(() => indexLogs(texts), [texts]);
  const answer = useLogAnswer(texts);
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const found = useMemo(() => logs.map(({ text, starts }) => linesWith(text, starts, query)), [logs, query]);
  return <LogViewer logs={logs} answer={answer} search={{ typed, type: setTyped, query, found }} {...place} />;
}
