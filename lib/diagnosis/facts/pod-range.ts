import type { Failure } from '../messages/message';

/** IDs of one pod, and the multiple at which its range begins, by default (pkg/kubelet/userns, defaultIDsPerPod). */
const idsPerPod = 65536;

/** Does containerd name an ID at which the range of a pod begins, as it prepares the files of one? Its mount callback is of the CRI alone. */
export function isOfPodRange({ text, values }: Failure): boolean {
  const id = Number(values.uid?.value ?? values.gid?.value);
  return id > 0 && id % idsPerPod === 0 && /mount callback failed on /.test(text);
}
