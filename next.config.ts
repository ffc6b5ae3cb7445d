import type { NextConfig } from 'next';
import { apiHeaders, closed, unlisted } from './scripts/api-headers.mjs';

/** What every answer but those of the API carries. The policy of a page is in proxy.ts: it has a nonce. */
const headers = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), browsing-topics=(), clipboard-write=(self), clipboard-read=(self)',
  'Origin-Agent-Cluster': '?1',
  'X-DNS-Prefetch-Control': 'off',
};

const asList = (set: Record<string, string>) => Object.entries(set).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@aws-sdk/client-s3', '@libsql/client', 'libsql', '@prisma/adapter-libsql', '@prisma/adapter-pg', 'pg', 'pino', 'prom-client', 'tinypool'],
  // `npm test` checks the types, with those of the tests; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  headers: () =>
    Promise.resolve([
      { source: '/((?!api/).*)', headers: asList(headers) },
      { source: '/api/:path*', headers: asList(apiHeaders) },
      { source: '/cases/:path*', headers: asList(unlisted) },
      { source: '/compare', headers: asList(unlisted) },
      // Shown as text where it is opened, never run; a new version counts at once.
      { source: '/collect.sh', headers: asList({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache', ...closed }) },
      // A worker has the policy of its own file: it may load its parts, and send nothing elsewhere.
      { source: '/_next/static/:path*', headers: asList({ 'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'" }) },
    ]),
};

export default config;
