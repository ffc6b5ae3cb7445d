const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
const time = '2026-03-01T10:00:00';

const event = {
  apiVersion: 'v1', kind: 'Event', metadata: { name: 'web.17f', namespace: 'default' }, reason: 'Failed', type: 'Warning', count: 3,
  involvedObject: { kind: 'Pod', name: 'web', namespace: 'default' }, lastTimestamp: `${time}Z`, source: { component: 'kubelet', host: 'node1' },
};

/** As `kubectl get -o yaml` writes a text: in one line, or folded. */
const yamlEvents = (message: string) => `apiVersion: v1
items:
- apiVersion: v1
  count: 3
  involvedObject:
    kind: Pod
    name: web
  kind: Event
  lastTimestamp: "${time}Z"
  message: ${message}
  reason: Failed
  source:
    component: kubelet
  type: Warning
kind: List
`;

/** A word that did not fit into 80 columns begins the next line. */
function folded(text: string): string {
  return JSON.stringify(text).replace(/(.{60,78}) (?=\S)/g, '$1\n    ');
}

/** What stands around the words of a program until a person reads them. */
export const wrappers: Readonly<Record<string, (line: string) => string>> = {
  'as it is': (line) => line,
  'logrus text': (line) => `time="${time}Z" level=error msg="${escaped(line)}"`,
  'logrus text with more fields': (line) => `time="${time}Z" level=error msg="${escaped(line)}" func="main.startContainer" file="utils_linux.go:92"`,
  'a field of logrus': (line) => `time="${time}.112262168+01:00" level=error msg="RunPodSandbox for &PodSandboxMetadata{Name:web,Uid:1,Namespace:default,Attempt:0,} failed, error" error="rpc error: code = Unknown desc = failed to start sandbox \\"8b2\\": failed to create containerd task: ${escaped(line)}: unknown"`,
  'JSON of runc': (line) => JSON.stringify({ level: 'error', msg: line, time: `${time}+02:00` }),
  'JSON of crun': (line) => JSON.stringify({ msg: line, level: 'error', time: `${time}.123456Z` }),
  'JSON of containerd': (line) => JSON.stringify({ error: `failed to create containerd task: ${line}: unknown`, level: 'error', msg: 'StartContainer for "5f2a" failed', time: `${time}.112262168+01:00` }),
  ctr: (line) => `ctr: failed to create shim task: OCI runtime create failed: ${line}: unknown`,
  dockerd: (line) => `time="${time}.029674535+02:00" level=error msg="Handler for POST /v1.47/containers/web/start returned error: failed to create task for container: ${escaped(line)}: unknown"`,
  'docker, the client': (line) => `docker: Error response from daemon: failed to create task for container: ${line}: unknown.\n\nRun 'docker run --help' for more information`,
  'docker inspect': (line) => JSON.stringify([{ Id: '5f2a', State: { Status: 'created', Running: false, Error: line, ExitCode: 127 } }], undefined, 4),
  "Docker's log file": (line) => JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: `${time}.123456789Z` }),
  'docker compose': (line) => `web-1  | ${line}`,
  podman: (line) => `Error: OCI runtime error: runc: runc create failed: ${line}`,
  conmon: (line) => `[conmon:e]: runtime stderr: ${line}`,
  nerdctl: (line) => `FATA[0000] failed to create shim task: OCI runtime create failed: ${line}: unknown`,
  'a terminal with colours': (line) => `\u001b[31mERRO\u001b[0m[0000] ${line}`,
  klog: (line) => `E0402 10:11:12.123456    1234 pod_workers.go:1301] "Error syncing pod, skipping" err="${escaped(line)}" pod="default/web" podUID="1"`,
  'klog, quoted twice': (line) => `E0402 10:11:12.123456    1234 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"web\\" with RunContainerError: \\"${escaped(escaped(line))}\\"" pod="default/web"`,
  'klog JSON': (line) => JSON.stringify({ ts: 1752583456789.0, caller: 'app/server.go:310', msg: 'command failed', err: line }),
  'kubectl describe': (line) => `  Warning  Failed     2s (x2 over 4s)  kubelet, node1  Error: failed to create containerd task: ${line}`,
  'kubectl get events': (line) => `12s         Warning   Failed   pod/web   Error: ${line}`,
  'kubectl get events -o yaml': (line) => yamlEvents(JSON.stringify(line)),
  'kubectl get events -o yaml, folded': (line) => yamlEvents(folded(line)),
  'kubectl get events -o json': (line) => JSON.stringify({ apiVersion: 'v1', items: [{ ...event, message: line }], kind: 'List' }, undefined, 4),
  'kubectl get pod -o json': (line) => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { hostUsers: false }, status: { containerStatuses: [{ name: 'web', state: { waiting: { message: line, reason: 'RunContainerError' } } }] } }, undefined, 2),
  'a log file of the CRI': (line) => `${time}.669794202Z stderr F ${line}`,
  'journald, short': (line) => `Mar 19 20:59:36 node1 containerd[214]: ${line}`,
  'journald, short-precise': (line) => `Mar 19 20:59:36.108444 node1 containerd[214]: ${line}`,
  'journald, short-iso': (line) => `${time}+0100 node1 containerd[214]: ${line}`,
  'journald, short-full': (line) => `Wed 2026-03-19 20:59:36 CET node1 containerd[214]: ${line}`,
  'journald, JSON': (line) => JSON.stringify({ __CURSOR: 's=1', __REALTIME_TIMESTAMP: '1742414376108444', PRIORITY: '3', SYSLOG_IDENTIFIER: 'containerd', _PID: '214', MESSAGE: line }),
  'journald, JSON around logrus': (line) => JSON.stringify({ SYSLOG_IDENTIFIER: 'containerd', MESSAGE: `time="${time}Z" level=error msg="${escaped(line)}"` }),
  'journald, JSON in bytes': (line) => JSON.stringify({ SYSLOG_IDENTIFIER: 'containerd', MESSAGE: [...new TextEncoder().encode(`\u001b[31m${line}\u001b[0m`)] }),
  'journald, export': (line) => `__REALTIME_TIMESTAMP=1742414376108444\nPRIORITY=3\nSYSLOG_IDENTIFIER=containerd\nMESSAGE=${line}\n_PID=214\n`,
  systemd: (line) => `Mar 19 20:59:36 node1 systemd[1]: web.service: ${line}`,
  'GitHub Actions': (line) => `${time}.1234567Z ${line}`,
  'GitLab CI': (line) => `${time}.123456Z 01E ${line}`,
  Jenkins: (line) => `[${time}.123Z] ${line}`,
  'a clock of CI': (line) => `18:46:01 ${line}`,
  'a quote in mail': (line) => `> ${line}`,
  'a list of an issue': (line) => `- ${line}`,
};

/** The frames of runc before 1.1: quoted anew at every level up to 1.0-rc90, then joined by `caused: `. */
export const runcFrames: Readonly<Record<string, (line: string) => string>> = {
  'quoted by runc up to 1.0-rc90': (line) => `container_linux.go:345: starting container process caused "process_linux.go:430: container init caused \\"${escaped(escaped(line))}\\""`,
  'joined by runc up to 1.0.3': (line) => `container_linux.go:380: starting container process caused: process_linux.go:545: container init caused: ${line}`,
  'old frames in a field of dockerd': (line) => `Nov 26 22:37:29 node1 dockerd[7220]: time="${time}.029674535+02:00" level=error msg="Handler returned error" error="oci runtime error: container_linux.go:247: starting container process caused \\"process_linux.go:359: container init caused \\\\\\"${escaped(escaped(escaped(line)))}\\\\\\"\\""`,
};
