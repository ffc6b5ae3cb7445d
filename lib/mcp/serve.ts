import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { readLimits } from '../intake/limits';
import { mcpServer } from './server';

/** Serves one client on standard input and output, until its input ends. */
export async function serveStdio(): Promise<void> {
  const ended = new Promise<void>((resolve) => process.stdin.once('end', resolve).once('close', resolve));
  const server = mcpServer();
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}

/**
 * Serves on a port of loopback (0: any that is free), and gives the server that listens. Without sessions: each request stands
 * alone. It has no password, so it listens nowhere else, and refuses what a page of a browser could send: an Origin, or
 * another name in Host (DNS rebinding).
 */
export async function serveHttp(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    void handle(request, response, server).catch(() => response.destroy());
  });
  server.requestTimeout = 120_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return server;
}

async function handle(request: IncomingMessage, response: ServerResponse, server: Server): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const { host, origin } = request.headers;
  if (origin !== undefined || (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)) return refuse(response, 403, 'Only programs of this machine are answered.');
  if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/mcp') return refuse(response, 404, 'The server is at /mcp.');
  // Without a session there is nothing to listen to, and nothing to end.
  if (request.method !== 'POST') return refuse(response, 405, 'POST is answered.', { Allow: 'POST' });
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true, maxRequestBodySize: readLimits().uploadBytes });
  const mcp = mcpServer();
  response.once('close', () => void mcp.close());
  await mcp.connect(transport as Parameters<typeof mcp.connect>[0]);
  await transport.handleRequest(request, response);
}

function refuse(response: ServerResponse, status: number, message: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }));
}
