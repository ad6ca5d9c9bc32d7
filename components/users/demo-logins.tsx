import { Button } from "@/components/ui/button";
import { ROLE_LABELS } from "@/lib/users/rules";
import type { DemoLogin } from "@/lib/users/types";

/** The accounts of the demonstration, each one press away. Only where the installation is a demonstration. */
export function DemoLogins({ logins, password }: { logins: readonly DemoLogin[]; password: string }) {
  if (logins.length === 0) return null;
  return (
    <section aria-labelledby="demo-logins" className="mt-8 border-t border-line pt-5">
      <h2 id="demo-logins" className="text-md font-semibold">
        Try the demonstration
      </h2>
      <p className="mt-1 text-sm text-ink-2">
        Everybody&apos;s password is <code className="font-semibold text-ink">{password}</code>
      </p>
      <ul className="mt-3 flex flex-col gap-2">
        {logins.map((login) => (
          <li key={login.email}>
            <form
              action="/api/auth/sign-in"
              method="post"
              className="flex flex-wrap items-center justify-between gap-2"
            >
              <input type="hidden" name="email" value={login.email} />
              <input type="hidden" name="password" value={password} />
              <span className="min-w-0">
                <span className="font-semibold">{login.name}</span>{" "}
                <span className="text-ink-2">{ROLE_LABELS[login.role]}</span>
                <span className="block truncate text-xs text-ink-3">{login.email}</span>
              </span>
              <Button type="submit" size="sm" aria-label={`Sign in as ${login.name}`}>
                Sign in
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
