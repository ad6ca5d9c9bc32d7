import { describe, expect, it } from "vitest";
import { isCurrent } from "./nav-item";

describe("the current place in the navigation", () => {
  it("is the page itself and everything under it", () => {
    expect(isCurrent("/cases", "/cases")).toBe(true);
    expect(isCurrent("/cases/26-0412/checklist", "/cases")).toBe(true);
  });

  it("is not a neighbour that begins with the same letters", () => {
    expect(isCurrent("/cases-archive", "/cases")).toBe(false);
  });

  it("is a root only on the root itself", () => {
    expect(isCurrent("/cases", "/")).toBe(false);
    expect(isCurrent("/portal/documents", "/portal", true)).toBe(false);
  });
});
