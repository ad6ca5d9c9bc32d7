import { describe, expect, it } from "vitest";
import { chooseLocale, localeInAddress } from "./locales";

const asked = (
  path: string,
  cookie: string | null = null,
  accept: string | null = null,
  setting: string | null = null,
) => chooseLocale({ path, cookie, accept, setting });

describe("the language of a page", () => {
  it("is what the address asks for, before what was chosen earlier, before what the browser prefers", () => {
    expect(asked("/assess?lang=fr", "en", "en-CA")).toBe("fr");
    expect(asked("/assess", "fr", "en-CA")).toBe("fr");
    expect(asked("/assess", null, "fr-CA,fr;q=0.9,en;q=0.8")).toBe("fr");
    expect(asked("/assess", null, "de,en;q=0.5,fr;q=0.9")).toBe("fr");
    expect(asked("/assess", null, "fr;q=0,en")).toBe("en");
    expect(asked("/assess")).toBe("en");
  });

  it("is the client's own where they are signed in, and what this browser was told before that", () => {
    expect(asked("/portal/documents", "en", "en-CA", "fr")).toBe("fr");
    expect(asked("/portal", "fr", "fr", "en")).toBe("en");
    expect(asked("/sign-in", "fr", "en-CA")).toBe("fr");
    expect(asked("/reset?sent=1", null, "fr-CA")).toBe("fr");
    expect(asked("/portal", "fr", null, "tlh")).toBe("fr");
  });

  it("is English where pages are English, whatever is preferred", () => {
    expect(asked("/cases?lang=fr", "fr", "fr")).toBe("en");
    expect(asked("/assessment", "fr")).toBe("en");
  });

  it("is no other language, and no slip of an address", () => {
    expect(localeInAddress("/assess?lang=de")).toBeNull();
    expect(localeInAddress("/assess?lang=fr%00")).toBeNull();
    expect(localeInAddress("/assess?x=1&lang=en")).toBe("en");
    expect(localeInAddress("/assess")).toBeNull();
  });
});
