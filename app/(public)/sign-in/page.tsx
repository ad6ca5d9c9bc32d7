import type { Metadata } from "next";
import Link from "next/link";
import { ForgetUploads } from "@/components/documents/upload/forget-uploads";
import { ForgetDrafts } from "@/components/forms/forget-drafts";
import { DemoLogins } from "@/components/users/demo-logins";
import { SignInForm } from "@/components/users/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { translations } from "@/lib/i18n/request-locale";
import { loadDemoLogins } from "@/lib/users/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("public"))("signIn.title") };
}

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What has just happened elsewhere and led here. */
function noticeOf(asked: Record<string, unknown>) {
  if (asked.reset === "done") return "signIn.resetDone" as const;
  return asked["signed-out"] === undefined ? null : ("signIn.signedOut" as const);
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const asked = await searchParams;
  const t = await translations("public");
  const { logins, password } = await loadDemoLogins();
  const notice = noticeOf(asked);
  return (
    <>
      <h1 className="mb-4 text-xl font-[650] tracking-[-0.018em]">{t("signIn.title")}</h1>
      {asked["signed-out"] !== undefined && (
        <>
          <ForgetDrafts />
          <ForgetUploads />
        </>
      )}
      {notice !== null && (
        <Notice tone="ok" className="mb-4">
          {t(notice)}
        </Notice>
      )}
      <SignInForm
        next={typeof asked.next === "string" ? asked.next : ""}
        refused={asked.refused !== undefined}
      />
      <p className="mt-4 text-sm">
        <Link href="/reset" className="text-link">
          {t("signIn.forgot")}
        </Link>
      </p>
      <DemoLogins logins={logins} password={password} />
    </>
  );
}
