// The pattern of an address, for logs and metrics: an id of a case is its key, and labels must be few.
const inCase = 'attempts|envelope|link|pass|report\\.json|report\\.md|report\\.sarif';
const patterns = [
  [/^\/api\/cases\/[^/]+$/, '/api/cases/{id}'],
  [new RegExp(`^/api/cases/[^/]+/(${inCase})$`), '/api/cases/{id}/$1'],
  [/^\/api\/cases\/[^/]+\/documents\/.+$/, '/api/cases/{id}/documents/{name}'],
  [/^\/api\/causes\/[^/]+$/, '/api/causes/{cause}'],
  [/^\/api\/(cases|causes|diagnose|encrypted-cases|health|limits|live|openapi\.json|ready)$/, '/api/$1'],
  [/^\/cases\/[^/]+$/, '/cases/{id}'],
  [/^\/causes\/[^/]+$/, '/causes/{cause}'],
  [/^\/(|cases|causes|compare|fleet|collect\.sh|icon\.svg|llms\.txt|robots\.txt|theme\.js)$/, '/$1'],
  [/^\/_next\/.*$/, '/_next'],
];

/** The pattern that an address of a request fits, without its query; `other` for what nothing is served at. */
export function routeOf(url = '/') {
  const address = url.split('?')[0] ?? '/';
  for (const [pattern, route] of patterns) if (pattern.test(address)) return address.replace(pattern, route);
  return 'other';
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A method of HTTP, `other` for a word that is none: labels must be few. */
export function methodOf(method = '') {
  return methods.has(method) ? method : 'other';
}
