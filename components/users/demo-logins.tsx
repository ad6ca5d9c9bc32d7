import { Button } from "@/components/ui/button";
import { translations } from "@/lib/i18n/request-locale";
import type { DemoLogin } from "@/lib/users/types";

/** The accounts of the demonstration, each one press away. Only where the installation is a demonstration. */
export async function DemoLogins({ logins, password }: { logins: readonly DemoLogin[]; password: string }) {
  if (logins.length === 0) return null;
  const t = await translations("public");
  return (
    <section aria-labelledby="demo-logins" className="mt-8 border-t border-line pt-5">
      <h2 id="demo-logins" className="text-md font-semibold">
        {t("demo.title")}
      </h2>
      <p className="mt-1 text-sm text-ink-2">
        {t.rich("demo.password", {
          password,
          code: (inside) => <code className="font-semibold text-ink">{inside}</code>,
        })}
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
                <span className="text-ink-2">{t(`demo.role.${login.role}`)}</span>
                <span className="block truncate text-xs text-ink-3">{login.email}</span>
              </span>
              <Button type="submit" size="sm" aria-label={t("demo.as", { name: login.name })}>
                {t("signIn.submit")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
