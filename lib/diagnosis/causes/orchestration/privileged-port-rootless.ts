import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './privileged-port-rootless.zh';

const setting = 'net.ipv4.ip_unprivileged_port_start';
/** Where the kernel begins to let everyone listen (ip(7), ip_unprivileged_port_start). */
const usual = 1024;

interface Match {
  readonly port: number | undefined;
  readonly limit: Known<string> | undefined;
}

export const privilegedPortRootless = defineCause({
  id: 'privileged-port-rootless',
  step: 'run',
  effect: 'stops',
  explains: { 'port-refused': 'usually' },
  uses: ['sysctls', 'rootless', 'launcher', 'processArgs', 'failure'],
  references: [
    { title: 'Linux: ip_unprivileged_port_start', url: 'https://docs.kernel.org/networking/ip-sysctl.html' },
    { title: 'rootlesscontaine.rs: privileged ports', url: 'https://rootlesscontaine.rs/getting-started/common/sysctl/' },
  ],
  words: {
    en: {
      name: 'A rootless container asks for a port below ip_unprivileged_port_start',
      pageWhy:
        'Ports below 1024 need CAP_NET_BIND_SERVICE in the user namespace that owns the network namespace. A rootless program publishes ports in the network of the host, where it has none. The sysctl net.ipv4.ip_unprivileged_port_start moves the border.',
      pageTell: 'The port is below the value of that sysctl, and the answer is permission denied. "Address already in use" is another matter.',
      pageSure: 'A listener was refused and the sysctl is known and above the port; or the program says that the port is privileged.',
      pageNot: 'The port lies at or above the value of the sysctl, or root starts the runtime on the host.',
      title: 'Port {port} is below {limit}, and an ordinary user may not listen there',
      titleUnknown: 'An ordinary user may not listen on this port',
      explanation: 'The port belongs to the network of the host, in which a rootless program has no capability.',
      told: 'The port was refused.',
      limit: 'Ports below this number need a capability.',
      low: 'Every port of the program lies at or above this number.',
      root: 'Root starts the runtime, who may listen on any port of the host.',
      fixTitle: 'Let everyone listen from port {port} on',
      costs: 'Every user of the host may listen on these ports.',
      keep: 'To keep it: a line in /etc/sysctl.d/90-ports.conf.',
      higherTitle: 'Or publish a port of 1024 or above',
      higherCosts: 'Clients use another port, or a proxy in front.',
      higherHow: '`-p 8080:80` in place of `-p 80:80`.',
      undo: 'Publish the old port again.',
    },
    zh,
  },
  judge({ sysctls, rootless, launcher, processArgs, failure }, say) {
    const ours = failure?.symptom === 'port-refused' ? failure : undefined;
    const limit = sysctls?.get(setting);
    const number = ours?.values.count?.value ?? /(?:port |:|\]:)(\d{1,5})(?=[\s,:"']|$)/.exec(ours?.text ?? '')?.[1] ?? processArgs?.value.flatMap((word) => /(?:-p|--port)[= ](\d{1,5})\b/.exec(word)?.[1] ?? [])[0];
    const port = number === undefined ? undefined : Number(number);
    const match: Match = { port: port !== undefined && port > 0 && port < 65536 ? port : undefined, limit };
    if (!ours) return open(match, ['failure']);
    const told = mark(ours, say('told'));
    const border = limit && /^\d+$/.test(limit.value) ? Number(limit.value) : undefined;
    if (limit && border !== undefined && match.port !== undefined && match.port >= border) return refuted([mark(limit, say('low'))]);
    if (/privileged port/.test(ours.text)) return proved(match, [told, ...(limit ? [mark(limit, say('limit'))] : [])]);
    if (rootless?.value === false && (launcher?.value === 'runc' || launcher?.value === 'crun')) return refuted([mark(rootless, say('root'))]);
    if (limit && border !== undefined && border > 0) return proved(match, [told, mark(limit, say('limit'))]);
    return match.port !== undefined && match.port < usual ? supported(match, [told], ['sysctls']) : open(match, ['sysctls'], [told]);
  },
  explain({ port, limit }, say) {
    return { title: port === undefined ? say('titleUnknown') : say('title', { port, limit: limit?.value ?? usual }), explanation: say('explanation') };
  },
  fixes({ port, limit }, say) {
    const first = port ?? 80;
    const before = limit && /^\d{1,5}$/.test(limit.value) ? Number(limit.value) : usual;
    const verify = [look`sysctl net.ipv4.ip_unprivileged_port_start`];
    return [
      fix({
        title: say('fixTitle', { port: first }),
        risk: 'review',
        costs: say('costs'),
        commands: [...verify, change`sysctl -w net.ipv4.ip_unprivileged_port_start=${first}`],
        undo: [change`sysctl -w net.ipv4.ip_unprivileged_port_start=${before}`],
        verify,
        notes: [say('keep')],
      }),
      fix({ title: say('higherTitle'), risk: 'review', costs: say('higherCosts'), undo: [say('undo')], verify, notes: [say('higherHow')] }),
    ];
  },
});
