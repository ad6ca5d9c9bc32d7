import { expect, it } from "vitest";
import { z } from "zod";
import { readForm, typedTexts } from "./read-form";

const schema = z.object({ caseId: z.string(), points: z.array(z.string()), password: z.string() });

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

it("takes the fields the schema names and nothing that was added", () => {
  const input = readForm(
    schema,
    form([
      ["caseId", "a"],
      ["role", "administrator"],
      ["isAdmin", "on"],
    ]),
  );
  expect(input).toEqual({ caseId: "a" });
});

it("reads a field that was sent several times as a list", () => {
  expect(
    readForm(
      schema,
      form([
        ["points", "a"],
        ["points", "b"],
      ]),
    ),
  ).toEqual({ points: ["a", "b"] });
});

it("hands typed text back, but no secret", () => {
  expect(
    typedTexts(
      schema,
      form([
        ["caseId", "a"],
        ["password", "hunter2"],
      ]),
    ),
  ).toEqual({ caseId: "a" });
});
