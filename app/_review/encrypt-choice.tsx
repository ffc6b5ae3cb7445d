import { canEncrypt } from '../../lib/browser/encryption';
import { encryptedWords } from '../_shared/encrypted-words';
import { useWords } from '../_shared/language';

/** Whether the case is encrypted before it is sent, and what that means. */
export function EncryptChoice({ encrypted, onEncrypted }: { readonly encrypted: boolean; readonly onEncrypted: (encrypted: boolean) => void }) {
  const word = useWords(encryptedWords);
  const can = canEncrypt();
  return (
    <div className="basis-full text-[13px] text-ink-2">
      <label className="touch inline-flex items-center gap-2">
        <input type="checkbox" checked={encrypted} disabled={!can} aria-describedby="encrypt-hint" onChange={(event) => onEncrypted(event.target.checked)} className="size-4 accent-accent" />
        {word('encrypt')}
      </label>
      <p id="encrypt-hint" role="status" className="text-[12.5px] text-ink-3">
        {can ? (encrypted ? word('encryptHint') : '') : word('encryptNotHere')}
      </p>
    </div>
  );
}
