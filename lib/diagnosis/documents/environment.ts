import type { Version } from './versions';

/** Distributions that run containers, by the names that people and forms give them. */
const names = String.raw`Ubuntu|Debian|Fedora|CentOS|RHEL|Red ?Hat(?: Enterprise Linux)?|Rocky(?: Linux)?|AlmaLinux|Oracle Linux|openSUSE|SLES|SUSE|Amazon Linux|Arch(?: ?Linux)?|Alpine(?: Linux)?|Raspbian|Raspberry Pi OS|Linux Mint|NixOS|Pop!_OS|Kali|Gentoo`;
/** Labels that forms and people put before the system of the host; an image or a container has others. */
const labels = String.raw`(?:Host )?(?:OS|Operating system|Distro|Distribution|Linux distribution|Platform|System|Environment|Runner image|OS version|OS\/version|Linux distribution and version|Operating system and version)`;
/** Marks of lists and of bold text, and the box that was ticked in a form. */
const lead = String.raw`^(?:[-*•]\s+)?(?:\[[xX]\]\s+)?\**`;

const labelled = new RegExp(String.raw`${lead}${labels}\**\s*[:=]\**\s*["'\x60]?((?:${names})\b[^,;|]{0,64}?\d[\w.]{0,15})`, 'i');
const alone = new RegExp(String.raw`${lead}((?:${names})(?:\s+(?:GNU\/Linux|Linux|release|Stream|Server|Desktop|LTS|Leap|Tumbleweed|version|v))*\s+v?\d[\w.]{0,15})(?=$|[\s,;()*])`, 'i');
const kernel = new RegExp(String.raw`${lead}(?:Linux )?kernel(?: version| release)?\**(?:\s*[:=]\**|\s+\*+)?\s*["'\x60]?v?(\d{1,2}\.\d{1,3}\.\d{1,4}[\w.+~-]{0,64})`, 'i');

/** What a person or a form writes of the host: `OS: Ubuntu 24.04`, `- [X] Ubuntu 24.04`, `Kernel: 5.1.16`; a line as short as a form has it. */
export function readEnvironment(text: string): Version | undefined {
  if (text.length > 120) return undefined;
  const distribution = (labelled.exec(text) ?? alone.exec(text))?.[1];
  if (distribution) return { program: 'distribution', version: distribution };
  const release = kernel.exec(text)?.[1];
  return release ? { program: 'linux', version: release } : undefined;
}
