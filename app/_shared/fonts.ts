import localFont from 'next/font/local';

// Optional: a font that comes late is used from the next page on, so that no line moves while somebody reads it.
const sans = localFont({ src: '../../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2', weight: '100 900', display: 'optional', variable: '--font-geist' });
const mono = localFont({ src: '../../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2', weight: '100 900', display: 'optional', variable: '--font-geist-mono', adjustFontFallback: false });

/** Classes of the root element that name the fonts; both are served from here, and asked for before the styles are read. */
export const fonts = `${sans.variable} ${mono.variable}`;
