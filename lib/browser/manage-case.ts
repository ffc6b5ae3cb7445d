import type { Language } from '../diagnosis/sentence';

/** Why a change was not made: what the server answered, or `undefined` as its status where it was not reached. */
export interface Refused {
  readonly status: number | undefined;
  readonly detail: string | undefined;
}

/** Changes or deletes a case with its manage token: undefined where it was done. */
export async function manageCase({ id, manageToken, language }: { readonly id: string; readonly manageToken: string; readonly language: Language }, method: 'PATCH' | 'DELETE', changes?: object): Promise<Refused | undefined> {
  try {
    const answer = await fetch(`/api/cases/${id}`, {
      method,
      headers: { Authorization: `Bearer ${manageToken}`, 'Accept-Language': language, ...(changes ? { 'Content-Type': 'application/json' } : {}) },
      ...(changes ? { body: JSON.stringify(changes) } : {}),
    });
    if (answer.ok) return undefined;
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
    return { status: answer.status, detail };
  } catch {
    return { status: undefined, detail: undefined };
  }
}
