/** Where the kubelet mounts a volume of a pod: its plugin stands in the path (pkg/volume, GetPodVolumeDir). */
const volume = /\/pods\/[^/]+\/volumes\/kubernetes\.io~([a-z-]+)\//;
/** Where the token of the service account lies inside, as a projected volume (since Kubernetes 1.21). */
const token = /^(?:\/var)?\/run\/secrets\/kubernetes\.io\/serviceaccount(?:\/|$)/;

/** What a plugin mounts: secrets, tokens and pod fields lie in memory (pkg/volume/secret, projected and downwardapi, wrappedVolumeSpec). */
const mounted: Readonly<Record<string, string>> = { secret: 'tmpfs', projected: 'tmpfs', 'downward-api': 'tmpfs', nfs: 'nfs' };

/** The filesystem of a path that the kubelet mounted, where its plugin leaves no other. */
export function volumeFilesystem(path: string): string | undefined {
  const plugin = volume.exec(path)?.[1];
  if (plugin !== undefined) return Object.hasOwn(mounted, plugin) ? mounted[plugin] : undefined;
  return token.test(path) ? 'tmpfs' : undefined;
}

/** Does a path belong to a pod, whose config.json containerd or CRI-O writes? */
export function isOfPod(path: string): boolean {
  return volume.test(path) || token.test(path) || /\/kubelet\/pods\//.test(path);
}
