import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleConfig } from '../testing/bundle-config';
import { readJson } from './json';
import { readListing } from './listings';
import { readLogLines } from './log-lines';
import { readDocuments } from './read-documents';

const seeds = [
  bundleConfig(),
  'root@n:/srv# ls -ln\ntotal 4\ndrwxr-xr-x 18 0 0 4096 Nov  1 10:00 rootfs\n',
  'time="2026-03-01T10:00:00Z" level=error msg="runc run failed: exec: \\"sh\\": not found"\n',
  'E0402 10:11:12.123456 1 kubelet.go:1] "x" err="a: \\"b\\""\n',
  'app:100000:65536\n0 100000 65536\nuser.max_user_namespaces = 0\nLinux n 6.8.0 #1 SMP\n',
];

/** A seed with a piece cut out, doubled, or replaced by anything. */
const mutated = fc
  .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(200), fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...seeds)))
  .map(([text, at, length, put]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + put + text.slice(start + length);
  });

test('no reader throws, and regions stay inside their document and in order', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const [read] = readDocuments([{ name: 'x', text }]);
      let end = 0;
      for (const region of read?.regions ?? []) {
        expect(region.start).toBeGreaterThanOrEqual(end);
        expect(region.end).toBeLessThanOrEqual(text.length);
        end = region.end;
        readJson(region);
        readListing(region);
        for (const line of readLogLines(region)) line.rawAt(line.text.length);
      }
    }),
    { numRuns: 2000, seed: 11 },
  );
});
