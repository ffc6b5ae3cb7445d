import { useRef, useState } from 'react';
import { sendForm, Stopped, type Answered, type Sent } from '../../lib/browser/send-form';
import { languageHere } from './language-here';

/** A form that is sent from a page. */
export interface Sending {
  /** How far it is; undefined where nothing is sent, of size 0 until the first bytes are on their way. */
  readonly sent: Sent | undefined;
  readonly stop: () => void;
  /** `stopped` where a person stopped it, `undefined` where there was no answer. */
  readonly send: (address: string, form: FormData | Blob) => Promise<Answered | 'stopped' | undefined>;
}

/** Sends a form, says how far it is, and can be stopped until all of it is sent. */
export function useSending(): Sending {
  const [sent, setSent] = useState<Sent>();
  const stopping = useRef<AbortController>(undefined);
  return {
    sent,
    stop: () => {
      if (sent && sent.sent < sent.size) stopping.current?.abort();
    },
    send: async (address, form) => {
      const stop = new AbortController();
      stopping.current = stop;
      setSent({ sent: 0, size: 0 });
      try {
        return await sendForm(address, form, languageHere(), setSent, stop.signal);
      } catch (error) {
        return error instanceof Stopped ? 'stopped' : undefined;
      } finally {
        setSent(undefined);
      }
    },
  };
}
