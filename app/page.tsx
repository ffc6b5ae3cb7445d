import { headers } from 'next/headers';
import { examples } from '../lib/examples';
import { readLimits } from '../lib/intake/limits';
import { collectorDigest } from './collector-digest';
import { DiagnoseForm } from './diagnose-form';
import { FromTheNode } from './from-the-node';

export default async function Page() {
  const { uploadBytes, documents } = readLimits();
  const host = (await headers()).get('host') ?? 'localhost';
  return (
    <main id="content" className="mx-auto max-w-[1120px] px-4 pt-10 pb-20 sm:px-6 sm:pt-12">
      <h1 className="max-w-[18ch] text-[28px]/[1.15] sm:text-[34px]/[1.12]">Why does my container not start in a user namespace?</h1>
      <p className="mt-3 max-w-[62ch] text-[16px]/[1.5] text-ink-2">
        Paste what you have: one error line is enough to begin. The cause is found here in your browser; nothing is sent until you save the case.
      </p>
      <DiagnoseForm examples={examples} limits={{ uploadBytes, documents }}>
        <FromTheNode host={host} sha256={await collectorDigest()} />
      </DiagnoseForm>
    </main>
  );
}
