"use client";

import { useCallback, useState } from "react";
import type { LinksOfItem, MadeLink } from "@/lib/item-links/types";

/** As JSON brings it: instants are text. */
type Sent<T> = {
  [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends object ? Sent<T[Key]> : T[Key];
};
export type SentLinks = Sent<Omit<LinksOfItem, "links">> & { links: Sent<LinksOfItem["links"][number]>[] };

const JSON_TYPE = { "content-type": "application/json" };

function messageOf(body: unknown): string | null {
  const message = (body as { error?: { message?: unknown } } | null)?.error?.message;
  return typeof message === "string" ? message : null;
}

/** The links of one item: looked up when they are asked for, made, mailed and revoked. `fault`: "" for no words of the server. */
export function useItemLinks(requirementId: string) {
  const [links, setLinks] = useState<SentLinks | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [made, setMade] = useState<Sent<MadeLink> | null>(null);

  const call = useCallback(async (address: string, init: RequestInit): Promise<unknown> => {
    setPending(true);
    setFault(null);
    try {
      const response = await fetch(address, init);
      const body: unknown = response.status === 204 ? {} : await response.json().catch(() => null);
      if (response.ok) return body;
      setFault(messageOf(body) ?? "");
    } catch {
      setFault("");
    } finally {
      setPending(false);
    }
    return null;
  }, []);

  const look = useCallback(async () => {
    const found = await call(`/api/item-links?item=${requirementId}`, {});
    if (found !== null) setLinks(found as SentLinks);
  }, [call, requirementId]);

  const create = async (mailTo: string | null, language: string): Promise<boolean> => {
    const body = JSON.stringify({ requirementId, mailTo, language });
    const answer = await call("/api/item-links", { method: "POST", headers: JSON_TYPE, body });
    if (answer === null) return false;
    const link = answer as Sent<MadeLink>;
    setMade(link.url === null ? null : link);
    await look();
    return true;
  };

  const revoke = async (linkId: string): Promise<void> => {
    await call(`/api/item-links/${linkId}?item=${requirementId}`, { method: "DELETE" });
    await look();
  };

  return { links, made, fault, pending, look, create, revoke };
}
