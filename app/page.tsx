import { headers } from 'next/headers';
import { examples } from '../lib/examples';
import { readLimits } from '../lib/intake/limits';
import { collectorDigest } from './collector-digest';
import { DiagnoseForm } from './diagnose-form';
import { FromTheNode } from './from-the-node';
import { pageLanguage } from './_shared/page-language';
import { shellWords } from './_shared/shell-words';

export default async function Page() {
  const { uploadBytes, documents, archiveMembers } = readLimits();
  const host = (await headers()).get('host') ?? 'localhost';
  const words = shellWords[await pageLanguage()];
  return (
    <main id="content" className="mx-auto max-w-[1120px] px-4 pt-10 pb-20 sm:px-6 sm:pt-12">
      <h1 className="max-w-[18ch] text-[28px]/[1.15] sm:text-[34px]/[1.12]">{words.question}</h1>
      <p className="mt-3 max-w-[62ch] text-[16px]/[1.5] text-ink-2">
        {words.lead}
      </p>
      <DiagnoseForm examples={examples} limits={{ uploadBytes, documents, archiveMembers }}>
        <FromTheNode host={host} sha256={await collectorDigest()} />
      </DiagnoseForm>
    </main>
  );
}
