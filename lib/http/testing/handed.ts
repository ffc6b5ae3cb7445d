import type { Handed } from '../read-received';
import type { Received } from '../receive';

/** What a worker is given of what was received; a test reads it in its own thread. */
export function handed(received: Received): Handed {
  return 'large' in received ? { port: received.large.port } : received;
}
