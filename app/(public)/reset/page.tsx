import type { Metadata } from "next";
import Link from "next/link";
import { NewPasswordForm } from "@/components/users/new-password-form";
import { RequestResetForm } from "@/components/users/request-reset-form";
import { Notice } from "@/components/ui/notice";
import { completeResetAction } from "@/lib/users/actions";
import { loadReset } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "New password" };

interface ResetPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Asks for a link; with the link's secret in this browser, chooses the new password. */
export default async function ResetPage({ searchParams }: ResetPageProps) {
  const [asked, holder] = [await searchParams, await loadReset()];
  if (holder !== null) {
    return (
      <>
        <h1 className="mb-3 text-xl font-[650] tracking-[-0.018em]">Choose a new password</h1>
        <p className="mb-4 text-ink-2">
          For <span className="font-semibold text-ink">{holder.email}</span>. Every browser will be signed
          out.
        </p>
        <NewPasswordForm action={completeResetAction} email={holder.email} submit="Save the password" />
      </>
    );
  }
  return (
    <>
      <h1 className="mb-3 text-xl font-[650] tracking-[-0.018em]">New password</h1>
      {asked.sent !== undefined ? (
        <Notice tone="ok" live>
          If this address has an account, a link is on its way. It works for 30 minutes.
        </Notice>
      ) : (
        <>
          {asked.link !== undefined && (
            <Notice tone="watch" className="mb-4">
              This link has expired or was used already. Ask for a new one.
            </Notice>
          )}
          <p className="mb-4 text-ink-2">We mail you a link with which you choose a new password.</p>
          <RequestResetForm />
        </>
      )}
      <p className="mt-4 text-sm">
        <Link href="/sign-in" className="text-link">
          Back to sign in
        </Link>
      </p>
    </>
  );
}
