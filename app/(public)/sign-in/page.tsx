import type { Metadata } from "next";
import Link from "next/link";
import { ForgetUploads } from "@/components/documents/upload/forget-uploads";
import { ForgetDrafts } from "@/components/forms/forget-drafts";
import { DemoLogins } from "@/components/users/demo-logins";
import { SignInForm } from "@/components/users/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { SIGN_IN_REFUSED } from "@/lib/auth/types";
import { loadDemoLogins } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What has just happened elsewhere and led here. */
function noticeOf(asked: Record<string, unknown>): string | null {
  if (asked.reset === "done") return "Your password is changed. Sign in with the new one.";
  if (asked["signed-out"] !== undefined) return "You are signed out.";
  return null;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const asked = await searchParams;
  const { logins, password } = await loadDemoLogins();
  const notice = noticeOf(asked);
  return (
    <>
      <h1 className="mb-4 text-xl font-[650] tracking-[-0.018em]">Sign in</h1>
      {asked["signed-out"] !== undefined && (
        <>
          <ForgetDrafts />
          <ForgetUploads />
        </>
      )}
      {notice !== null && (
        <Notice tone="ok" className="mb-4">
          {notice}
        </Notice>
      )}
      <SignInForm
        next={typeof asked.next === "string" ? asked.next : ""}
        refused={asked.refused !== undefined}
        refusedMessage={SIGN_IN_REFUSED}
      />
      <p className="mt-4 text-sm">
        <Link href="/reset" className="text-link">
          Forgot your password?
        </Link>
      </p>
      <DemoLogins logins={logins} password={password} />
    </>
  );
}
