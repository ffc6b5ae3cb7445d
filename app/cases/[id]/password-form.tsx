interface Props {
  readonly id: string;
  readonly wrong: boolean;
}

/** What is shown of a case to who has its link and not its password: nothing but that. */
export function PasswordForm({ id, wrong }: Props) {
  return (
    <main id="content" className="mx-auto max-w-md px-4 pt-10 pb-14">
      <h1 className="text-2xl">This case has a password</h1>
      <p className="mt-2 text-ink-2">Who sent you the link knows it.</p>
      <form method="post" action={`/api/cases/${id}/pass`} className="mt-5 flex flex-wrap items-end gap-3">
        <label className="flex min-w-0 flex-1 flex-col gap-1">
          Password
          <input type="password" name="password" required autoComplete="off" maxLength={200} aria-invalid={wrong} aria-describedby={wrong ? 'wrong' : undefined} className="rounded border border-line bg-transparent px-3 py-2" />
        </label>
        <button type="submit" className="button">
          Open
        </button>
      </form>
      {wrong ? (
        <p id="wrong" role="alert" className="mt-3">
          This is not the password of the case.
        </p>
      ) : null}
    </main>
  );
}
