import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SiteHeader } from './_shared/site-header';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Userns Doctor', template: '%s · Userns Doctor' },
  description: 'Why a container does not start in a user namespace: the cause proved, the repair in hand.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Every page is made for its request: its scripts carry the nonce that the answer's policy names. */
export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* It must run before the first paint, so that a chosen theme does not flash. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/theme.js" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:p-3">
          To the content
        </a>
        <SiteHeader />
        {children}
      </body>
    </html>
  );
}
