import type { LanguageTest, OfficialLanguage, PersonFacts } from "@/lib/express-entry/facts";
import { ABILITIES, convertScores, lowestLevel } from "@/lib/express-entry/language/levels";
import { validTestsOn, type ValidTest } from "@/lib/express-entry/language/valid-tests";
import { languageTestLastDay } from "@/lib/express-entry/timing/document-validity";
import { formatDate } from "@/lib/format/dates";
import { DerivedRow, EditPanel, FactGroup, FactRow, FigureRow } from "./fact-row";
import { editHref, isAdding, isOpen, settingOf, versionOf, type FactsView } from "./facts-view";
import { OpenHistory } from "./open-history";
import { TEST_LABELS } from "./labels";
import { LanguageTestForm } from "./language-test-form";

const LANGUAGE_NAMES: Readonly<Record<OfficialLanguage, string>> = { en: "English", fr: "French" };
const ABILITY_NAMES = {
  reading: "Reading",
  writing: "Writing",
  listening: "Listening",
  speaking: "Speaking",
};

function languageOf({ kind, scores }: LanguageTest): OfficialLanguage {
  const converted = convertScores(kind, scores);
  if (converted.ok) return converted.levels.language;
  return kind === "tef_canada" || kind === "tcf_canada" ? "fr" : "en";
}

/** `CLB 9 in all four, to 17 Oct 2027`. */
function derivedLevel({ levels, lastDay }: ValidTest): string {
  const scale = levels.language === "en" ? "CLB" : "NCLC";
  const [low, high] = [lowestLevel(levels), Math.max(...ABILITIES.map((ability) => levels[ability]))];
  const level = low === high ? `${scale} ${low} in all four` : `${scale} ${low} to ${high}`;
  return `${level}, to ${formatDate(lastDay)}`;
}

/** Why a test does not count on the day; null where it does. */
function notCounting(test: LanguageTest, on: string, valid: readonly ValidTest[]): string | null {
  if (valid.some(({ test: counted }) => counted.id === test.id)) return null;
  const last = languageTestLastDay(test);
  return last < on ? `ended ${formatDate(last)}` : "not out yet";
}

function TestRows({
  view,
  test,
  valid,
}: {
  view: FactsView;
  test: LanguageTest;
  valid: readonly ValidTest[];
}) {
  const { links, on } = view;
  const change = (field: string) => editHref(view, links.edit("test", test.id, field));
  const ended = notCounting(test, on, valid);
  return (
    <>
      <FactRow
        label={LANGUAGE_NAMES[languageOf(test)]}
        value={`${TEST_LABELS[test.kind]}, ${formatDate(test.takenOn)}`}
        href={change("kind")}
        aside={ended === null ? null : { text: ended, watch: true }}
      />
      <FigureRow
        label="Scores"
        figures={(["reading", "writing", "listening", "speaking"] as const).map((ability) => ({
          name: ABILITY_NAMES[ability],
          value: test.scores[ability],
          href: change(ability),
        }))}
      />
    </>
  );
}

/** The language tests of a person, and the levels they give on the day. */
export function LanguageGroup({
  view,
  person,
  open,
}: {
  view: FactsView;
  person: PersonFacts;
  open: boolean;
}) {
  const { sheet, links, on } = view;
  const valid = validTestsOn(person, on);
  const tested = new Set(person.languageTests.map(languageOf));
  const missing = (["en", "fr"] as const).filter((language) => !tested.has(language));
  const add = editHref(view, links.add("test", person.id));
  const target = { caseId: sheet.caseId, personId: person.id, ...settingOf(view) };
  const adding = isAdding(view, "test", person);
  return (
    <FactGroup
      title="Language"
      open={open}
      add={add === null ? null : { href: add, label: "Add a language test" }}
    >
      {person.languageTests.map((test) =>
        isOpen(view, "test", test.id) ? (
          <EditPanel
            key={test.id}
            title="Change this test"
            history={<OpenHistory view={view} kind="test" id={test.id} />}
          >
            <LanguageTestForm test={test} version={versionOf(view, test.id)} {...target} />
          </EditPanel>
        ) : (
          <TestRows key={test.id} {...{ view, test, valid }} />
        ),
      )}
      {adding ? (
        <EditPanel title="A language test">
          <LanguageTestForm test={null} version={1} {...target} />
        </EditPanel>
      ) : (
        missing.map((language) => (
          <FactRow key={language} label={LANGUAGE_NAMES[language]} value={null} empty="No test" href={add} />
        ))
      )}
      <DerivedRow>
        {valid.length === 0 ? "No test that counts" : valid.map(derivedLevel).join("; ")}
      </DerivedRow>
    </FactGroup>
  );
}
