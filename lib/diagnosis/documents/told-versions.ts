import type { Known } from './document';
import { findDressing } from './log-dressing';
import type { Region } from './region';
import { linesOf, spanIn } from './region-lines';
import type { Version } from './versions';

const distribution = String.raw`(?:Ubuntu|Debian|Fedora|RHEL|Red Hat Enterprise Linux|CentOS(?: Stream)?|Rocky(?: Linux)?|AlmaLinux|Oracle Linux|openSUSE(?: Leap)?|SLES)[ -]?v?\d{1,2}(?:\.\d{1,2}){0,2}(?: LTS)?`;
const kernel = String.raw`(\d\.\d{1,3}(?:\.\d{1,3})?(?:-[\w.+~-]{1,64})?)`;
/** `OS: Ubuntu 24.04`, also in a list or in bold. */
const label = /^\s*(?:[-*+•]\s+|\d{1,2}[.)]\s+)?\**(?:OS|Operating system|Distro|Distribution|Linux distribution|Host|Host OS|Kernel|Kernel version|Linux kernel)(?: version)?\**\s*[:=]\**\s*/i;
/** What stands right before the name where somebody says what he has. */
const has = /\b(?:on|run|running|runs|using|use|have|host is|machine is|server is|node is|system is|with|my|our)\s+(?:(?:an?|the|my|our|fresh|clean|new|plain|stock|default|vanilla|freshly installed)\s+){0,3}["'`*]*$/i;
/** A sentence that compares, recalls or supposes, or speaks of what is in a container. */
const otherwise = /\b(?:works?|worked|working|fine|unlike|whereas|other|another|different|previous(?:ly)?|upgrad\w*|migrat\w*|read|heard|docs?|documentation|may|might|could|e\.g|example|such as|or later|and later|and above|newer|older|image|images|container is|base|based|Dockerfile|guest|both|either|vs)\b|\d\+/i;

const said: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`\b(${distribution})(?![\w:.]\d)`, 'i'), 'distribution'],
  [new RegExp(String.raw`\b(?:kernel(?: version)?|Linux)\s+(?:is\s+|version\s+)?["'\`]?v?${kernel}\b`, 'i'), 'linux'],
];
const labelled: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`^["'\`]?(${distribution})`, 'i'), 'distribution'],
  [new RegExp(String.raw`^["'\`]?(?:Linux )?v?${kernel}(?![\w])`, 'i'), 'linux'],
];

/**
 * Versions of a distribution or a kernel that a person names as his own, in a sentence or beside a label. The weakest
 * kind of evidence: it fills what nothing printed, and where two are named none is believed.
 */
export function readToldVersions(regions: readonly Region[]): Known<Version>[] {
  const found = regions.filter(({ kind }) => kind === 'log' || kind === 'text').flatMap(readRegion);
  return ['distribution', 'linux'].flatMap((program) => {
    const told = found.filter(({ value }) => value.program === program);
    return new Set(told.map(({ value }) => value.version.toLowerCase())).size === 1 ? told.slice(0, 1) : [];
  });
}

function readRegion(region: Region): Known<Version>[] {
  if (region.command) return [];
  return linesOf(region).flatMap((line): Known<Version>[] => {
    const text = line.text.slice(0, 1024);
    if (!/ubuntu|debian|fedora|rhel|red hat|centos|rocky|alma|oracle|suse|sles|kernel|linux/i.test(text)) return [];
    const dressing = findDressing(text);
    if (dressing.level !== undefined || dressing.time !== undefined) return [];
    const start = label.exec(text)?.[0].length;
    const patterns = start === undefined ? said : labelled;
    if (start === undefined && otherwise.test(text)) return [];
    return patterns.flatMap(([pattern, program]) => {
      const match = pattern.exec(text.slice(start ?? 0));
      const version = match?.[1];
      if (!match || version === undefined) return [];
      // A second thing is joined to the first: "on Ubuntu 24.04 with kernel 6.8".
      if (start === undefined && !has.test(text.slice(0, match.index))) return [];
      return [{ value: { program, version }, span: spanIn(line, version, start ?? match.index) }];
    });
  });
}
