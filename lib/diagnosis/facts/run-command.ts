const runCommand =
  /(?:^|[\s/"'(;&])(?:runc|crun|youki)\s.*?\brun\b|(?:^|[\s/"'(;&])ctr\s.*?\brun\b|(?:^|[\s/"'(;&])(?:docker|podman|nerdctl)\s.*?\brun\b/;

/** Does a command run a container in the foreground or not, so that what follows may be the container's own output? */
export function runsContainer(command: string): boolean {
  return runCommand.test(command);
}
