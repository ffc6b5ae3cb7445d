interface Shape {
  readonly is: string;
  readonly test: (text: string) => boolean;
}

const has = (...patterns: readonly RegExp[]) => (text: string) => patterns.every((pattern) => pattern.test(text));

/** Files of credentials that people drop by mistake, told by content: an OCI config is also called config.json. */
const shapes: readonly Shape[] = [
  { is: 'a Docker credentials file', test: (text) => /^\s*\{/.test(text) && /"(?:auths|credHelpers|credsStore)"\s*:/.test(text) && !/"ociVersion"\s*:/.test(text) },
  { is: 'a kubeconfig', test: has(/^kind:\s*Config\s*$/m, /^(?:clusters|users|contexts):/m) },
  { is: 'a service account key', test: has(/"type"\s*:\s*"service_account"/, /"private_key"\s*:/) },
  { is: 'a Terraform state', test: has(/"terraform_version"\s*:/, /"resources"\s*:/) },
  { is: 'a .netrc file', test: has(/^machine\s+\S+/m, /\b(?:login|password)\s+\S+/) },
  // A log may quote the first line of a key; a file that begins with one is a key.
  { is: 'a private key', test: (text) => /^\s*-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/.test(text) },
];

/** Why a text is refused as credentials: what it is and what to do; `undefined` where it is none. */
export function refusedAsCredentials(text: string): string | undefined {
  const head = text.slice(0, 262_144);
  const shape = shapes.find(({ test }) => test(head));
  return shape && `it looks like ${shape.is}, so it was neither read nor stored; if it was sent elsewhere too, change what it holds`;
}
