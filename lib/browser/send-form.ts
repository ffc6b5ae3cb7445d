/** How far a form is sent, in bytes. Once all of it is sent the server works on it, and nothing can be called back. */
export interface Sent {
  readonly sent: number;
  readonly size: number;
}

export interface Answered {
  readonly ok: boolean;
  readonly status: number;
  /** The JSON of the answer. */
  readonly body: unknown;
}

/** The sender stopped it. */
export class Stopped extends Error {}

/**
 * Posts a form and says how far it is: `fetch` does not tell what was sent. Throws Stopped where `signal` ends it, and an Error
 * where there is no answer or none that is JSON.
 */
export function sendForm(address: string, form: FormData | Blob, language: string, onSent: (sent: Sent) => void, signal: AbortSignal): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', language);
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent({ sent: loaded, size: total }));
    request.addEventListener('load', () => {
      const { status, response } = request as { status: number; response: unknown };
      if (response === null) reject(new Error('the answer is no JSON'));
      else resolve({ ok: status >= 200 && status < 300, status, body: response });
    });
    request.addEventListener('error', () => reject(new Error('there is no answer')));
    request.addEventListener('abort', () => reject(new Stopped('it was stopped')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
