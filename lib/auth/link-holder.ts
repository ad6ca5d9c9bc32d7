import "server-only";
import { cookies } from "next/headers";
import { AppError } from "@/lib/errors/app-error";
import { runtime } from "@/lib/runtime/runtime";
import { authCookies } from "./cookies";
import { getLinkHolder, type LinkHolder, type LinkPurpose } from "./credentials";
import { readingForAnyone } from "./reading";

/** The token that the landing of a mailed link left in this browser, or null. */
export async function linkTokenOf(): Promise<string | null> {
  const { deps } = await runtime();
  return (await cookies()).get(authCookies(deps.appOrigin).link)?.value ?? null;
}

/** Whose link this browser came with, without using it up; null when it is dead or absent. */
export async function findLinkHolder(
  purpose: LinkPurpose,
): Promise<Pick<LinkHolder, "name" | "email" | "role"> | null> {
  const token = await linkTokenOf();
  if (token === null) return null;
  return readingForAnyone(async (ctx) => {
    try {
      const { name, email, role } = await getLinkHolder(ctx, purpose, token);
      return { name, email, role };
    } catch (error) {
      if (error instanceof AppError && error.code === "NOT_FOUND") return null;
      throw error;
    }
  });
}
