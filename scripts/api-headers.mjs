/** Of what is no page: opened as one, it runs nothing, and has no origin. */
export const closed = { 'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'" };

/** Cases are for who holds the link: no cache keeps them and no crawler lists them. */
export const unlisted = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow, noarchive, nosnippet' };

/** What every answer of the API carries. */
export const apiHeaders = { 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY', 'Cross-Origin-Resource-Policy': 'same-origin', ...closed, ...unlisted };

/** What the answer to a probe carries. */
export const probeHeaders = { ...apiHeaders, 'Content-Type': 'application/json; charset=utf-8' };
