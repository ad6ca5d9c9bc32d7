import type { Metadata } from "next";
import Link from "next/link";
import { NewPasswordForm } from "@/components/users/new-password-form";
import { translations } from "@/lib/i18n/request-locale";
import { acceptInvitationAction } from "@/lib/users/actions";
import { loadInvitation } from "@/lib/users/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("public"))("invitation.title") };
}

/** Where an invitation's link leads: choose a password, and be signed in. */
export default async function InvitationPage() {
  const t = await translations("public");
  const invited = await loadInvitation();
  if (invited === null) {
    return (
      <>
        <h1 className="mb-3 text-xl font-[650] tracking-[-0.018em]">{t("invitation.dead")}</h1>
        <p className="text-ink-2">
          {t.rich("invitation.deadText", {
            link: (inside) => (
              <Link href="/sign-in" className="text-link">
                {inside}
              </Link>
            ),
          })}
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className="mb-3 text-xl font-[650] tracking-[-0.018em]">
        {t("invitation.welcome", { name: invited.name })}
      </h1>
      <p className="mb-4 text-ink-2">
        {t.rich("invitation.choose", {
          email: invited.email,
          b: (inside) => <span className="font-semibold text-ink">{inside}</span>,
        })}
      </p>
      <NewPasswordForm action={acceptInvitationAction} email={invited.email} submit={t("invitation.save")} />
    </>
  );
}
