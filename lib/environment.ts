/** A whole number above 0 that a variable of the environment sets; `usual` where it sets none. */
export function fromEnvironment(name: string, usual: number): number {
  const value = Number(process.env[name]);
  return Number.isInteger(value) && value > 0 ? value : usual;
}
