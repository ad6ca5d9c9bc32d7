/** What has to be done again before it lapses, for things to stay as they are. */
import { credentialCountsOn } from "../education/credentials";
import type { CaseFacts, PersonFacts } from "../facts";
import { principalOf, scoredPartnerOn } from "../family";
import { forecastEnd } from "../forecast/forecast";
import { testName } from "../forecast/events";
import type { ForecastOptions } from "../forecast/types";
import { validTestsOn } from "../language/valid-tests";
import { addDays, maxDate, minDate, type IsoDate } from "../timing/calendar-date";
import { ecaLastDay } from "../timing/document-validity";
import { plainDate } from "../timing/plain-date";
import type { Whose } from "./changes";
import { usualEffort, type EffortTable } from "./effort";
import type { Renewal } from "./types";

interface Span {
  from: IsoDate;
  to: IsoDate;
  /** The first day on which anything renewed can count. */
  least: IsoDate;
}

/** The best test of each language that counts on the first day and lapses before the last one. */
function testRenewals(person: PersonFacts, whose: Whose, { from, to, least }: Span): Renewal[] {
  const valid = validTestsOn(person, from);
  const best = (["en", "fr"] as const).flatMap((language) => {
    const found = valid.find(({ levels }) => levels.language === language);
    return found ? [found] : [];
  });
  const needed = whose === "spouse" ? best.slice(0, 1) : best;
  return needed
    .filter(({ lastDay }) => lastDay < to)
    .map(({ test, lastDay }) => ({
      change: {
        kind: "language_test",
        person: whose,
        test: test.kind,
        on: maxDate(lastDay, least),
        result: { scores: test.scores },
      },
      text: `${whose === "spouse" ? "Spouse: " : ""}${testName(test.kind)} again by ${plainDate(lastDay)}`,
    }));
}

function ecaRenewals(person: PersonFacts, whose: Whose, { from, to, least }: Span): Renewal[] {
  return person.credentials.flatMap((credential) => {
    const { eca, country, id } = credential;
    if (eca === null || country === "CA" || !credentialCountsOn(credential, from)) return [];
    const lastDay = ecaLastDay(eca.issuedOn);
    if (lastDay >= to) return [];
    const text = `${whose === "spouse" ? "Spouse: " : ""}ECA again by ${plainDate(lastDay)}`;
    return [{ change: { kind: "eca", person: whose, credentialId: id, on: maxDate(lastDay, least) }, text }];
  });
}

/**
 * Tests retaken with the same result and ECAs ordered anew, each on the last day of the one before, or as soon as
 * it can be done. Of the principal and of the spouse who is scored.
 */
export function renewalsOf(
  facts: CaseFacts,
  from: IsoDate,
  options: ForecastOptions & { effort?: EffortTable } = {},
): Renewal[] {
  const to = forecastEnd(from, options);
  const least = addDays(from, ((options.effort ?? usualEffort).kinds.renew_tests.weeks ?? 0) * 7);
  const span = { from, to, least: minDate(least, to) };
  const of = (person: PersonFacts, whose: Whose) => [
    ...testRenewals(person, whose, span),
    ...ecaRenewals(person, whose, span),
  ];
  const partner = scoredPartnerOn(facts, from);
  return [...of(principalOf(facts), "principal"), ...(partner ? of(partner, "spouse") : [])];
}
