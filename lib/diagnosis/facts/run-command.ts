const runCommand =
  /(?:^|[\s/"'(;&])(?:runc|crun|youki)\s.*?\brun\b|(?:^|[\s/"'(;&])ctr\s.*?\brun\b|(?:^|[\s/"'(;&])(?:docker|podman|nerdctl)\s.*?\brun\b/;

/** Does a command run a container in the foreground or not, so that what follows may be the container's own output? */
export function runsContainer(command: string): boolean {
  return runCommand.test(command);
}

/** Does a command run another one in a new user namespace, by unshare(1)? */
export function makesNamespace(command: string): boolean {
  return /^unshare(?=.*(?:\s-[a-zA-Z]*[Ur]|\s--(?:user|map-root-user|map-users|map-auto|map-current-user)\b))/.test(command);
}

/** Does a command have to do with the start of a container, by an engine, a cluster or a service? */
export function startsSomething(command: string): boolean {
  return /(?:^|[\s/"'(;&])(?:runc|crun|youki|ctr|docker|dockerd\S*|podman|buildah|nerdctl|kubectl|crictl|rootlesskit|bwrap|lxc-\w+|lxc|incus|systemctl|systemd-nspawn|apptainer|k3s|kind)(?:\s|$)/.test(command);
}

/**
 * Does `ctr run` make a container without a user namespace although one side of a map is asked for? containerd:
 * cmd/ctr/commands/run/run_unix.go makes one where both options stand, and ignores either alone. A file that `--config`
 * names is taken in place of both.
 */
export function mapsOneSide(command: string): boolean {
  return /(?:^|[\s/])ctr\s.*?\brun\b/.test(command) && /\s--uidmap[= ]/.test(command) !== /\s--gidmap[= ]/.test(command) && !/\s--?config[= ]/.test(command);
}
