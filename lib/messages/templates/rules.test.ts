import { describe, expect, it } from "vitest";
import { emptyFieldsIn, fieldFault, fillFields } from "./rules";
import { TEMPLATE_FIELDS, type FieldValues } from "./types";

const values: FieldValues = {
  "client name": "Neha",
  "file number": "26-0412",
  item: "Passport",
  "due date": "4 Dec 2026",
  "days left": "11 days",
  consultant: "Priya Raman",
  firm: "New Jain",
};

describe("the fields of a template", () => {
  it("are a closed list: every one of it is filled", () => {
    const text = TEMPLATE_FIELDS.map((field) => `{${field}}`).join("|");
    expect(fieldFault(text)).toBeNull();
    expect(fillFields(text, values)).toBe("Neha|26-0412|Passport|4 Dec 2026|11 days|Priya Raman|New Jain");
  });

  it("are read whatever their case and spaces", () => {
    expect(fieldFault("{ Client  Name }")).toBeNull();
    expect(fillFields("Hello { Client  Name },", values)).toBe("Hello Neha,");
  });

  it("refuse an unknown one in plain words, with those that there are", () => {
    expect(fieldFault("Dear {first name},")).toBe(
      "There is no field {first name}. These can be used: {client name}, {file number}, {item}, {due date}, {days left}, {consultant}, {firm}.",
    );
    expect(fieldFault("{}")).toMatch(/no field \{\}/);
    expect(fieldFault("Hello {client name")).toMatch(/stands alone/);
    expect(fieldFault("No braces at all")).toBeNull();
  });

  it("stay where the file has no value, and are seen before the message is sent", () => {
    const filled = fillFields("{item} by {due date}", { ...values, "due date": null });
    expect(filled).toBe("Passport by {due date}");
    expect(emptyFieldsIn(filled)).toEqual(["due date"]);
    expect(emptyFieldsIn("f(x) = {x}, and {Item}")).toEqual(["item"]);
  });

  it("never fill what a value itself says", () => {
    expect(fillFields("{client name}", { ...values, "client name": "{item}" })).toBe("{item}");
  });
});
