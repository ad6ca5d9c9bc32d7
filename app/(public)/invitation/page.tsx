import type { Metadata } from "next";
import Link from "next/link";
import { NewPasswordForm } from "@/components/users/new-password-form";
import { acceptInvitationAction } from "@/lib/users/actions";
import { loadInvitation } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Your invitation" };

/** Where an invitation's link leads: choose a password, and be signed in. */
export default async function InvitationPage() {
  const invited = await loadInvitation();
  if (invited === null) {
    return (
      <>
        <h1 className="mb-3 text-xl font-[650] tracking-[-0.018em]">This link does not work any more</h1>
        <p className="text-ink-2">
          It has expired or was used already. If you have chosen a password,{" "}
          <Link href="/sign-in" className="text-link">
            sign in
          </Link>
          ; otherwise ask whoever invited you for a new link.
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className="mb-3 text-xl font-[650] tracking-[-0.018em]">Welcome, {invited.name}</h1>
      <p className="mb-4 text-ink-2">
        Choose a password for <span className="font-semibold text-ink">{invited.email}</span>. You will sign
        in with it from now on.
      </p>
      <NewPasswordForm action={acceptInvitationAction} email={invited.email} submit="Save and continue" />
    </>
  );
}
