import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A storage of objects for tests, which can die: of what S3 has it knows how to put, to get a range of bytes, and to delete. */
export interface ObjectServer {
  /** What came whole, by key. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** What points a process at it. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** Starts one on a free port of loopback. */
export async function startObjectServer(): Promise<ObjectServer> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const key = new URL(request.url ?? '', 'http://x').pathname.slice('/cases/'.length);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // Of a client that was killed the connection closes, and nothing ends.
    request.once('end', () => {
      if (request.method === 'PUT') objects.set(key, Buffer.concat(chunks));
      if (request.method === 'DELETE') objects.delete(key);
      const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      if (request.method === 'GET') response.writeHead(206).end(objects.get(key)?.subarray(Number(from), Number(to) + 1));
      else response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    objects,
    env: { S3_BUCKET: 'cases', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_FORCE_PATH_STYLE: 'true', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
