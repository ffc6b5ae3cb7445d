import type { SecurityItem } from './item';
import { keeping } from './keeping';
import { requests } from './requests';
import { showing } from './showing';
import { takingIn } from './taking-in';

/** Every attack that was thought of, by number. */
export const securityItems: readonly SecurityItem[] = [...takingIn, ...showing, ...requests, ...keeping];
