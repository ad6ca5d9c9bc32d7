import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Where every word comes from a language file. */
const TRANSLATED = [
  "app/portal",
  "app/(public)",
  "components/portal",
  "components/messages",
  "components/documents/upload",
  "components/documents/upload-panel.tsx",
  "components/layout/portal-shell.tsx",
  "components/layout/public-shell.tsx",
  "components/users/sign-in-form.tsx",
  "components/users/new-password-form.tsx",
  "components/users/request-reset-form.tsx",
  "components/users/demo-logins.tsx",
];

/** Attributes that somebody reads or hears. */
const SAID =
  /^(?:label|title|lead|hint|text|description|alt|placeholder|successMessage|pendingLabel|cancelLabel|aria-label|submit)$/;
/** The product's own name. */
const NAMES = ["Landfall"];

function filesOf(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx"))
    .map((file) => join(place, file));
}

const isWords = (text: string) => /\p{L}{2}/u.test(text) && !NAMES.includes(text.trim());

/** The words that stand in the code of a screen itself: between tags, or in what an attribute says. */
function literalsIn(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, inDrawing: boolean): void => {
    const drawing = inDrawing || (ts.isJsxElement(node) && node.openingElement.tagName.getText() === "text");
    if (ts.isJsxText(node) && !drawing && isWords(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SAID.test(node.name.getText())) {
      const value = node.initializer;
      const inner = value && ts.isJsxExpression(value) ? value.expression : value;
      if (inner && ts.isStringLiteralLike(inner) && isWords(inner.text)) found.push(inner.text);
      if (inner && ts.isTemplateExpression(inner)) {
        const parts = [inner.head.text, ...inner.templateSpans.map(({ literal }) => literal.text)];
        found.push(...parts.filter(isWords));
      }
    }
    ts.forEachChild(node, (child) => visit(child, drawing));
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), false);
  return found;
}

describe("the screens of clients and visitors", () => {
  it("hold no words of their own", () => {
    const files = TRANSLATED.flatMap(filesOf);
    expect(files.length).toBeGreaterThan(40);
    const literal = files.flatMap((file) =>
      literalsIn(file, readFileSync(file, "utf8")).map((words) => `${file}: ${words}`),
    );
    expect(literal).toEqual([]);
  });

  it("would be found out: between tags, in an attribute, in a part of one", () => {
    const screen =
      'const a = <p label="Send it" href="/a b">Your file{x}<b title={`Hello ${n}`} /><text>A. Roy</text></p>;';
    expect(literalsIn("a.tsx", screen)).toEqual(["Send it", "Your file", "Hello "]);
  });
});
