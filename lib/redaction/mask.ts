export type MaskKind = 'env' | 'key' | 'jwt' | 'token' | 'password';

/** Gives the mark that stands for a secret: the same for the same secret in one upload. */
export type Mask = (kind: MaskKind, secret: string) => string;

/** Is a value a mark already? */
export function isMasked(value: string): boolean {
  return value.includes('⟦');
}
