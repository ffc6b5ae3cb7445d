import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { seeded } from '../seeded';

/** What a node of Kubernetes writes all day; two lines in a hundred warn, one in 2,000 tells of a failed start. */
function line(random: () => number, index: number): string {
  const hex = (length: number) => Array.from({ length }, () => '0123456789abcdef'[Math.floor(random() * 16)]).join('');
  const time = new Date(1_772_000_000_000 + index * 137).toISOString();
  const one = random();
  if (one < 0.0005) return `time="${time}" level=error msg="RunPodSandbox failed" error="runc create failed: error mounting \\"proc\\" to rootfs at \\"/proc\\": mount src=proc, dst=/proc, flags=0xe: operation not permitted"`;
  if (one < 0.02) return `time="${time}" level=warning msg="failed to load plugin io.containerd.snapshotter.v1.devmapper" error="devmapper not configured"`;
  const ordinary = [
    () => `time="${time}" level=info msg="event published" ns=k8s.io topic=/tasks/start type=containerd.events.TaskStart id=${hex(64)}`,
    () => `Nov 25 14:00:00 node-7 kubelet[1234]: I1125 14:00:00.000000    1234 reconciler.go:224] operationExecutor.VerifyControllerAttachedVolume started for volume "kube-api-access-${hex(5)}" pod "web-${hex(5)}"`,
    () => `time="${time}" level=info msg="RunPodSandbox for &PodSandboxMetadata{Name:web-${hex(5)},Uid:${hex(8)},Namespace:default,Attempt:0,} returns sandbox id \\"${hex(64)}\\""`,
    () => `time="${time}" level=debug msg="container with ID: ${hex(64)} not found in list" func=main`,
    () => `${time} stdout F GET /healthz 200 ${hex(6)}`,
  ];
  return ordinary[Math.floor(random() * ordinary.length)]?.() ?? '';
}

/** Writes a log of about so many bytes to a file; the same for the same size. */
export async function makeLog(file: string, bytes: number): Promise<void> {
  const out = createWriteStream(file);
  const random = seeded(42);
  let written = 0;
  for (let index = 0; written < bytes; index++) {
    const text = `${line(random, index)}\n`;
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
