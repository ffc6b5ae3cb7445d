'use client';

import { useSyncExternalStore } from 'react';
import { CopyButton } from '../../_shared/copy-button';
import { useWords } from '../../_shared/language';
import { caseWords } from './words';

const never = () => () => undefined;

/** Copies the address of this page without the place in it. */
export function CopyLink() {
  const word = useWords(caseWords);
  const link = useSyncExternalStore(never, () => location.origin + location.pathname, () => '');
  return <CopyButton text={link} label={word('copyLink')} />;
}
