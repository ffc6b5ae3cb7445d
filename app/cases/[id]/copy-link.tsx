'use client';

import { useSyncExternalStore } from 'react';
import { CopyButton } from '../../_shared/copy-button';

const never = () => () => undefined;

/** Copies the address of this page without the place in it. */
export function CopyLink() {
  const link = useSyncExternalStore(never, () => location.origin + location.pathname, () => '');
  return <CopyButton text={link} label="Copy link" />;
}
