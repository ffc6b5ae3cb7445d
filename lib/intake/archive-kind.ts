export type ArchiveKind = 'gzip' | 'zip' | 'tar';

/** What kind of archive the bytes are, by their own marks. */
export function archiveKind(bytes: Uint8Array): ArchiveKind | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return 'zip';
  return isTar(bytes) ? 'tar' : undefined;
}

/** ustar and GNU put their mark at offset 257 of the first header (tar(5)). */
export function isTar(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(257, 262)) === 'ustar';
}
