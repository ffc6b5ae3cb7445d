import { test } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { diagnose } from './diagnosis/diagnose';
import { gatherFacts } from './diagnosis/facts/gather-facts';
test('x', () => {
  const out: string[] = [];
  for (const name of readdirSync('/tmp/engc/rec').sort()) {
    if (/\.err$/.test(name)) continue;
    const text = readFileSync(`/tmp/engc/rec/${name}`, 'utf8');
    if (!text) continue;
    const texts = [{ name: 'upload', text }];
    const r = diagnose(texts); const f = gatherFacts(texts);
    out.push(`${name} | ${r.documents[0]?.kind} | ${r.verdict} | ${Object.keys(f).map(k=>k+(k==='versions'?JSON.stringify([...(f.versions??[])].map(([a,b])=>[a,b.value])):k==='supports'?JSON.stringify({i:f.supports?.idmap?.value,u:f.supports?.userns?.value}):'')).join(',')} | ${r.unrecognised.slice(0,3).map(u=>u.quote.slice(0,80)).join(' ;; ')}`);
  }
  console.log('OUT\n'+out.join('\n')+'\nEND');
});
