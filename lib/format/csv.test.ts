import { describe, expect, it } from "vitest";
import { csvText } from "./csv";

describe("csvText", () => {
  it("keeps a client named like a formula as text", () => {
    expect(csvText(["Client"], [['=HYPERLINK("http://evil.example")']])).toBe(
      `\uFEFFClient\r\n"'=HYPERLINK(""http://evil.example"")"\r\n`,
    );
  });

  it.each(["+1", "-1", "@sum", "\tx", "\rx"])("writes an apostrophe before %j", (text) => {
    expect(csvText(["a"], [[text]])).toContain(`'${text}`);
  });

  it("leaves numbers alone, negative ones too, and nothing as nothing", () => {
    expect(csvText(["a", "b"], [[-3, null]])).toBe("\uFEFFa,b\r\n-3,\r\n");
  });

  it("quotes commas and line ends", () => {
    expect(csvText(["a"], [["Lopes, Maria\nSão Paulo"]])).toBe('\uFEFFa\r\n"Lopes, Maria\nSão Paulo"\r\n');
  });
});
