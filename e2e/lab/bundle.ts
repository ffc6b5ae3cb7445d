import { extents, rootlessExtents, soundConfig, type Config } from './config';
import type { Fault } from './fault';
import { nameOf, type Program } from './runtimes';
import { quoted } from './shell';
import { World } from './world';

/** A runtime, and the containerd that starts it where there is one. */
export interface Starter {
  /** As the manifest names it: `runc-1.1`, `containerd-2.1 runc-1.4`. */
  readonly id: string;
  /** With the versions that they tell. */
  readonly name: string;
  readonly runtime: Program;
  readonly containerd?: Program;
}

/** The container's name, in every world the same. */
export const containerId = 'web';

/** A bundle in a world of its own, good until it is broken. */
export class Bundle {
  readonly folder: string;
  readonly good: Config;

  private constructor(readonly world: World, readonly fault: Fault, readonly starter: Starter) {
    this.folder = fault.bundle ?? '/srv/bundles/web';
    this.good = soundConfig(fault.maps ?? (fault.user ? rootlessExtents() : extents(100_000)));
  }

  static async build(fault: Fault, starter: Starter): Promise<Bundle> {
    const world = await World.open(fault.cgroup ?? 'v2');
    const bundle = new Bundle(world, fault, starter);
    try {
      bundle.#build();
      return bundle;
    } catch (error) {
      await world.end();
      throw error;
    }
  }

  get #file(): string {
    return `${this.folder}/config.json`;
  }

  #build(): void {
    const { world, fault, starter, good, folder } = this;
    // The shim of containerd starts what is called runc.
    world.installRuntime(starter.runtime, ...(starter.containerd ? ['runc'] : []));
    if (starter.containerd) world.installContainerd(starter.containerd);
    const { uidMappings, gidMappings } = good.linux;
    const owner = fault.owner ?? `${uidMappings?.[0]?.hostID ?? 0}:${gidMappings?.[0]?.hostID ?? 0}`;
    world.build(
      `mkdir -p ${quoted(folder)}/rootfs; cd ${quoted(folder)}/rootfs
mkdir -p bin etc proc sys dev tmp run var/lib data usr/bin home
cp /bin/busybox bin/; chroot . /bin/busybox --install -s /bin
chmod 1777 tmp
printf 'root:x:0:0:root:/root:/bin/sh\\nwww-data:x:33:33::/:/bin/sh\\nnobody:x:65534:65534::/:/bin/sh\\n' > etc/passwd
printf 'root:x:0:\\ntty:x:5:\\nwww-data:x:33:\\nnogroup:x:65534:\\n' > etc/group
chown -hR ${owner} .
${fault.user ? `chown ${fault.user}:${fault.user} ${quoted(folder)}` : ''}`,
    );
    if (starter.containerd && good.root) good.root.path = `${folder}/rootfs`;
    fault.good?.(good);
    this.writeConfig(good);
    if (fault.setup) world.build(fault.setup, folder);
    if (starter.containerd) this.#startContainerd();
  }

  #startContainerd(): void {
    this.world.build(`containerd > /var/log/containerd.log 2>&1 < /dev/null &
for i in $(seq 100); do if ctr version > /dev/null 2>&1; then exit 0; fi; sleep 0.1; done; tail /var/log/containerd.log; exit 1`);
  }

  writeConfig(config: Config, change: (text: string) => string = (text) => text): void {
    this.world.write(this.#file, change(`${JSON.stringify(config, undefined, '\t')}\n`));
  }

  readConfig(): string {
    return this.world.read(this.#file);
  }

  /** Breaks it in the fault's way. */
  break(): void {
    const { breaks, breaksText, breaksHost } = this.fault;
    const broken = structuredClone(this.good);
    breaks?.(broken);
    this.writeConfig(broken, breaksText);
    if (breaksHost) this.world.build(breaksHost, this.folder);
  }

  /** The line that a user types, or the corrected one. */
  line(corrected: boolean): string {
    const usual = this.starter.containerd ? 'ctr run --rm --config config.json {id}' : '{runtime} run {id}';
    const line = (corrected ? this.fault.corrected : undefined) ?? this.fault.command ?? usual;
    return line.replaceAll('{id}', containerId).replaceAll('{runtime}', nameOf(this.starter.runtime.id));
  }

  /** What stands before each command of this user's shell. */
  shell(corrected: boolean): string {
    const { shell = '', correctedShell = shell } = this.fault;
    const words = corrected ? correctedShell : shell;
    return words === '' ? '' : `${words} `;
  }

  start(corrected = false): { readonly started: boolean; readonly output: string } {
    this.clear();
    const { world, folder, fault } = this;
    const { user = 'root', prints = 'started' } = fault;
    const { status, output } = world.type(`${this.shell(corrected)}${this.line(corrected)}`, folder, user);
    return { started: status === 0 && output.includes(prints), output };
  }


  /** Takes away what a failed start left, as a user would before the next one. */
  clear(): void {
    const { world, folder, fault, starter } = this;
    if (starter.containerd) world.type(`ctr t rm -f ${containerId}; ctr c rm ${containerId}; ctr snapshot rm ${containerId}`, folder);
    else world.type(`${nameOf(starter.runtime.id)} delete -f ${containerId}`, folder, fault.user);
  }
}
