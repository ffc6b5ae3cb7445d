import { mark, type Mark } from './cause';
import { asText, at, elements, member, readJson, type JsonTree } from './documents/json';
import type { ReadDocument } from './documents/read-documents';
import { evidenceOf } from './evidence';
import { generalWords } from './general-words';
import type { Evidence } from './report';
import { sayFrom } from './sentence';

const say = sayFrom<typeof generalWords.en>('general');

/** Hooks whose program is looked up on the host and run there; startContainer is run inside (runtime-spec, config.md, POSIX-platform hooks). */
const hostHooks = ['prestart', 'createRuntime', 'createContainer', 'poststart', 'poststop'] as const;

/**
 * Annotations that steer the runtime itself; one that ends with a dot is a beginning. What `runc features` lists as
 * potentiallyUnsafeConfigAnnotations (features.go), and crun's own (crun.1, run.oci.*).
 */
const unsafeAnnotations = ['bundle', 'org.systemd.property.', 'org.criu.config', 'run.oci.'];

/**
 * Words of a process that fetches code to run it, or reaches for the host: its first process, its devices and modules,
 * the sockets of its engines, the files by which the kernel runs a program for it (core_pattern(5), cgroups(7)).
 */
const reaching =
  /\b(?:curl|wget|base64)\b[^|;&\n]{0,200}\|\s*(?:sudo\s+)?(?:\S*\/)?(?:ba|da|z|k|a)?sh\b|\/dev\/tcp\/|\bnsenter\b|\b(?:insmod|modprobe|kexec)\b|\/proc\/1\/root\b|\bchroot\s+\/?(?:host|mnt)\b|\b(?:core_pattern|release_agent|uevent_helper|sysrq-trigger)\b|\/dev\/(?:sd|vd|nvme|dm-|mem\b|kmem\b)|\b(?:docker|containerd|crio|podman)\.sock\b/;

/**
 * What the configs make the runtime do on the host, whoever wrote them. A mended config does it just the same, so a
 * person is told before taking one over.
 */
export function warningsOf(documents: readonly ReadDocument[]): Evidence[] {
  const regions = documents.flatMap((one) => one.regions.filter(({ kind }) => kind === 'oci-config'));
  return regions.flatMap((region) => {
    const tree = readJson(region);
    return [...hooksOf(tree), ...argsOf(tree), ...annotationsOf(tree)].map(evidenceOf);
  });
}

function hooksOf(tree: JsonTree): Mark[] {
  return hostHooks.flatMap((stage) =>
    elements(at(tree, 'hooks', stage)).map((hook) => {
      const path = asText(member(hook, 'path'));
      return mark(path?.span ?? hook.span, say('warnHook', { path: path?.value ?? '?', stage }));
    }),
  );
}

function argsOf(tree: JsonTree): Mark[] {
  return elements(at(tree, 'process', 'args')).flatMap((word) => {
    const text = asText(word);
    const found = text && reaching.exec(text.value)?.[0];
    return found === undefined || found === '' ? [] : [mark(word.span, say('warnArgs', { words: found.slice(0, 80) }))];
  });
}

function annotationsOf(tree: JsonTree): Mark[] {
  const given = at(tree, 'annotations');
  if (given?.kind !== 'object') return [];
  return given.members
    .filter(({ key }) => unsafeAnnotations.some((name) => (name.endsWith('.') ? key.value.startsWith(name) : key.value === name)))
    .map(({ key, value }) => mark({ ...value.span, start: key.span.start }, say('warnAnnotation', { name: key.value })));
}
