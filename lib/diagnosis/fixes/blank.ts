/** A value that the evidence does not hold. It prints as `<name>` and makes its fix one to review. */
export interface Blank {
  readonly blank: string;
}

/** `name` says what the reader has to put there, e.g. `absolute path of the rootfs`. */
export function blank(name: string): Blank {
  return { blank: name };
}
