import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A storage of objects for processes that are killed: it keeps the keys alone, of those that came whole. */
export interface ObjectServer {
  readonly keys: ReadonlySet<string>;
  /** What points a process at it. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** Starts one on a free port of loopback. */
export async function startObjectServer(): Promise<ObjectServer> {
  const keys = new Set<string>();
  const server = createServer((request, response) => {
    const key = new URL(request.url ?? '', 'http://x').pathname.slice('/cases/'.length);
    request.resume().once('end', () => {
      // Of a client that was killed the connection closes, and nothing ends.
      if (request.method === 'PUT') keys.add(key);
      if (request.method === 'DELETE') keys.delete(key);
      response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    keys,
    env: { S3_BUCKET: 'cases', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_FORCE_PATH_STYLE: 'true', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    close: () => void server.close(),
  };
}
