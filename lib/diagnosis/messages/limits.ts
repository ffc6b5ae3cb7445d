import { rowsBy } from './message';

/** Limits of files, watches, processes and memory that are used up; none of them is of a user namespace. */
export const limits = rowsBy('any', [
  // inotify(7): ENOSPC is the limit of watches, EMFILE that of instances.
  { prints: ['failed to create fsnotify watcher: {errno}', 'inotify_add_watch{any}: {errno}', 'inotify_init{any}: {errno}', 'Failed to allocate directory watch: {errno}', 'failed to create inotify fd', 'ENOSPC: System limit for number of file watchers reached'], errnos: ['ENOSPC', 'EMFILE'], symptom: 'limit-reached', seen: 'failed to create fsnotify watcher: too many open files' },
  { prints: ['accept4: {errno}', 'socket: {errno}', 'pipe2: {errno}', 'accept: {errno}'], errnos: ['EMFILE'], symptom: 'limit-reached', seen: 'http: Accept error: accept tcp [::]:80: accept4: too many open files' },
  { prints: ["fork: retry: {errno}", "can't fork: {errno}", 'cannot fork: {errno}', 'fork: {errno}', 'failed to create new OS thread (have {count} already; errno=11)', 'unable to spawn stage-1: {errno}', 'newosproc', 'pthread_create failed: {errno}', 'unable to create new native thread'], errnos: ['EAGAIN'], symptom: 'limit-reached', seen: '/entrypoint.sh: fork: retry: Resource temporarily unavailable' },
  { prints: ['unable to unshare namespaces: Cannot allocate memory', 'failed to unshare namespaces: Cannot allocate memory', 'failed to unshare user namespace: Cannot allocate memory', 'failed to unshare remaining namespaces: Cannot allocate memory', 'fork/exec /proc/self/exe: cannot allocate memory'], symptom: 'limit-reached', seen: 'nsenter: unable to unshare namespaces: Cannot allocate memory' },
  // The C library asks for clone3, which an old seccomp filter answers with EPERM in place of ENOSYS.
  { prints: ['pthread_create failed: {errno}', 'pthread_create failed for thread {any}: {errno}', 'pthread_create: {errno}', 'Failed to create thread: {errno}'], errnos: ['EPERM'], symptom: 'application-failed', seen: 'runtime/cgo: pthread_create failed: Operation not permitted' },
  { prints: ['java.lang.OutOfMemoryError: {any}', 'fatal error: runtime: out of memory', 'runtime: out of memory: {any}', 'JavaScript heap out of memory', 'std::bad_alloc', 'Cannot allocate memory'], symptom: 'killed-for-memory', vague: true, seen: 'java.lang.OutOfMemoryError: Java heap space' },
]);
