import type { NextConfig } from 'next';

/** What every answer carries; pages may run their own scripts and nothing of anyone else's. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    // Next puts its start-up data into inline scripts of static pages; a nonce would make every page dynamic.
    `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-write=(self), clipboard-read=(self)',
  'Origin-Agent-Cluster': '?1',
  'X-DNS-Prefetch-Control': 'off',
};

const asList = (set: Record<string, string>) => Object.entries(set).map(([key, value]) => ({ key, value }));

/** Cases are for who holds the link: no cache keeps them and no crawler lists them. */
const unlisted = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow, noarchive, nosnippet' };

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@libsql/client', 'libsql', '@prisma/adapter-libsql'],
  headers: () =>
    Promise.resolve([
      { source: '/((?!api/).*)', headers: asList(headers) },
      { source: '/api/:path*', headers: asList({ 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY', ...unlisted }) },
      { source: '/cases/:path*', headers: asList(unlisted) },
    ]),
};

export default config;
