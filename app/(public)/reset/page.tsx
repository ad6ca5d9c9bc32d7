import type { Metadata } from "next";
import Link from "next/link";
import { NewPasswordForm } from "@/components/users/new-password-form";
import { RequestResetForm } from "@/components/users/request-reset-form";
import { Notice } from "@/components/ui/notice";
import { translations } from "@/lib/i18n/request-locale";
import { completeResetAction } from "@/lib/users/actions";
import { loadReset } from "@/lib/users/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("public"))("reset.title") };
}

interface ResetPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Asks for a link; with the link's secret in this browser, chooses the new password. */
export default async function ResetPage({ searchParams }: ResetPageProps) {
  const t = await translations("public");
  const [asked, holder] = [await searchParams, await loadReset()];
  if (holder !== null) {
    return (
      <>
        <h1 className="mb-3 text-xl font-[650] tracking-[-0.018em]">{t("reset.choose")}</h1>
        <p className="mb-4 text-ink-2">
          {t.rich("reset.for", {
            email: holder.email,
            b: (inside) => <span className="font-semibold text-ink">{inside}</span>,
          })}
        </p>
        <NewPasswordForm action={completeResetAction} email={holder.email} submit={t("reset.save")} />
      </>
    );
  }
  return (
    <>
      <h1 className="mb-3 text-xl font-[650] tracking-[-0.018em]">{t("reset.title")}</h1>
      {asked.sent !== undefined ? (
        <Notice tone="ok" live>
          {t("reset.sent")}
        </Notice>
      ) : (
        <>
          {asked.link !== undefined && (
            <Notice tone="watch" className="mb-4">
              {t("reset.expired")}
            </Notice>
          )}
          <p className="mb-4 text-ink-2">{t("reset.lead")}</p>
          <RequestResetForm />
        </>
      )}
      <p className="mt-4 text-sm">
        <Link href="/sign-in" className="text-link">
          {t("reset.back")}
        </Link>
      </p>
    </>
  );
}
