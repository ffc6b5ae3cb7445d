/** What scripts/serve.mjs, in whose process routes run, tells of itself. */
const server = globalThis as unknown as { serverState?: { readonly stopping: boolean } };

/** Has the server been asked to stop? It still answers what is under way. */
export function isStopping(): boolean {
  return server.serverState?.stopping ?? false;
}
