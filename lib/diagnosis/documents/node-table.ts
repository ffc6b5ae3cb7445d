import type { Known } from './document';
import { linesOf, spanIn, type RegionLine } from './region-lines';
import type { Region } from './region';
import type { Version } from './versions';

/** NAME, STATUS, ROLES, AGE, VERSION, addresses, OS-IMAGE, KERNEL-VERSION, CONTAINER-RUNTIME; only the image holds single blanks. */
const row = /^\S{1,253}\s+(?:Not)?Ready\S{0,64}\s+\S{1,128}\s+\S{1,16}\s+v(\d+\.\d+\.\S{1,64})\s+\S{1,64}\s+\S{1,64}\s{2,}(\S.{0,127}?)\s{2,}(\d+\.\d+\S{0,64})\s+(containerd|cri-o|docker):\/\/v?(\d+\.\d+\S{0,64})$/;

/** What the nodes of `kubectl get nodes -o wide` run. Where they differ, nothing says on which of them the pod was. */
export function readNodeTable(region: Region): Known<Version>[] {
  const found = new Map<string, Known<Version>>();
  const differing = new Set<string>();
  for (const { value, span } of linesOf(region).flatMap(readRow)) {
    const known = found.get(value.program);
    if (known && known.value.version !== value.version) differing.add(value.program);
    else found.set(value.program, { value, span });
  }
  return [...found.values()].filter(({ value }) => !differing.has(value.program));
}

function readRow(line: RegionLine): Known<Version>[] {
  const [, kubelet, distribution, linux, runtime, version] = row.exec(line.text.slice(0, 1024).trim()) ?? [];
  if (!kubelet || !distribution || !linux || !runtime || !version) return [];
  const named = { kubelet, distribution, linux, [runtime]: version };
  return Object.entries(named).map(([program, value]) => ({ value: { program, version: value }, span: spanIn(line, value) }));
}
