import { expect, type Locator, type Page } from "@playwright/test";
import { samplePdf } from "@/lib/testing/sample-files";

type Fields = Readonly<Record<string, string | boolean>>;

/** A field by its label, which says "optional" after it where it is. */
const labelled = (form: Locator, label: string) =>
  form.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")} ?(optional)?$`));

/** Fills fields by their labels; a word of a list is chosen, a tick is set. */
async function fill(form: Locator, fields: Fields): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = labelled(form, label);
    // What a box says further stands in its label too.
    if (typeof value === "boolean") await form.getByRole("checkbox", { name: label }).setChecked(value);
    else if ((await field.evaluate((element) => element.tagName)) === "SELECT")
      await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** A paper is sent in the form itself, and chosen by itself. */
async function attach(form: Locator, title: string): Promise<void> {
  const paper = labelled(form, "Paper in the file");
  await form
    .getByLabel("Choose a file")
    .setInputFiles({ name: "paper.pdf", mimeType: "application/pdf", buffer: samplePdf() });
  await expect(form.getByText("Received, thank you")).toBeVisible();
  await expect(paper).not.toHaveValue("");
  await expect(paper.locator("option:checked")).toHaveText(title);
}

interface Step {
  /** The button that opens the form, and where it stands if more than one says so. */
  open: string;
  within?: Locator;
  title: string;
  button: string;
  fields: Fields;
  /** What the paper that is sent with it is called. */
  paper?: string;
}

/** Takes one step in its dialog; ends when it is recorded. */
export async function takeStep(page: Page, step: Step): Promise<void> {
  await (step.within ?? page).getByRole("button", { name: step.open, exact: true }).click();
  const form = page.getByRole("dialog").getByRole("form", { name: step.title, exact: true });
  if (step.paper !== undefined) await attach(form, step.paper);
  await fill(form, step.fields);
  await form.getByRole("button", { name: step.button, exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}
