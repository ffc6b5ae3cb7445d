'use client';

import { useSyncExternalStore } from 'react';
import { CopyButton } from '../../_shared/copy-button';
import { useWords } from '../../_shared/language';
import { hashAt } from '../../../lib/report/addresses';
import { onHash } from '../../_shared/viewer/use-hash';
import { caseWords } from './words';

/** Copies the address of this page without the place in it; of an encrypted case with its key. */
export function CopyLink() {
  const word = useWords(caseWords);
  const link = useSyncExternalStore(onHash, () => location.origin + location.pathname + hashAt('', location.hash), () => '');
  return <CopyButton text={link} label={word('copyLink')} />;
}
