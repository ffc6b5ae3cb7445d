/**
 * Errnos as Go (small letters) and the C library (capital) print them in English; matched without regard to case.
 * Texts: glibc's sysdeps/gnu/errlist.h; musl's src/errno/__strerror.h for the second form.
 */
export const errnoTexts = {
  EPERM: ['operation not permitted'],
  EACCES: ['permission denied'],
  ENOENT: ['no such file or directory'],
  EINVAL: ['invalid argument'],
  ENOSPC: ['no space left on device'],
  EUSERS: ['too many users'],
  EROFS: ['read-only file system'],
  ENOTDIR: ['not a directory'],
  ENODEV: ['no such device'],
  ENOEXEC: ['exec format error'],
  EOVERFLOW: ['value too large for defined data type', 'value too large for data type'],
  ELOOP: ['too many levels of symbolic links', 'symbolic link loop'],
  EXDEV: ['invalid cross-device link', 'cross-device link'],
  EBUSY: ['device or resource busy', 'resource busy'],
  EAGAIN: ['resource temporarily unavailable'],
  ENOSYS: ['function not implemented'],
  ENXIO: ['no such device or address'],
  ENOTTY: ['inappropriate ioctl for device'],
  EEXIST: ['file exists'],
  EOPNOTSUPP: ['operation not supported'],
  EPROTO: ['protocol error'],
  EMFILE: ['too many open files'],
  EDQUOT: ['disk quota exceeded', 'quota exceeded'],
  ENOTSUP: ['not supported'],
  EIO: ['input/output error', 'i/o error'],
} as const;

export type Errno = keyof typeof errnoTexts;

const byText = new Map<string, Errno>();
for (const errno of Object.keys(errnoTexts) as Errno[]) for (const text of errnoTexts[errno]) byText.set(text, errno);

/** The errno that a text names, in either form. */
export function errnoOf(text: string): Errno | undefined {
  return byText.get(text.toLowerCase());
}
