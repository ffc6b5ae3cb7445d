import type { Language } from '../diagnosis/sentence';

/** Why a change was not made: what the server answered, or `undefined` as its status where it was not reached. */
export interface Refused {
  readonly status: number | undefined;
  readonly detail: string | undefined;
}

/** Who asks for a change: the case, the right to change it, and the language of the answer. */
export interface Manager {
  readonly id: string;
  readonly manageToken: string;
  readonly language: Language;
}

/** Changes or deletes a case with its manage token: undefined where it was done. */
export async function manageCase(manager: Manager, method: 'PATCH' | 'DELETE', changes?: object): Promise<Refused | undefined> {
  const answer = await ask(manager, method, '', changes);
  return answer instanceof Response ? undefined : answer;
}

/** Gives a case a new link: its new id, or why it has none. The old link is gone from then on. */
export async function renewLink(manager: Manager): Promise<{ readonly id: string } | Refused> {
  const answer = await ask(manager, 'POST', '/link');
  return answer instanceof Response ? ((await answer.json()) as { id: string }) : answer;
}

async function ask({ id, manageToken, language }: Manager, method: string, below: string, changes?: object): Promise<Response | Refused> {
  try {
    const answer = await fetch(`/api/cases/${id}${below}`, {
      method,
      headers: { Authorization: `Bearer ${manageToken}`, 'Accept-Language': language, ...(changes ? { 'Content-Type': 'application/json' } : {}) },
      ...(changes ? { body: JSON.stringify(changes) } : {}),
    });
    if (answer.ok) return answer;
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
    return { status: answer.status, detail };
  } catch {
    return { status: undefined, detail: undefined };
  }
}
