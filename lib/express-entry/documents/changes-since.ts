/** What has changed since the invitation that an officer would ask about (rules reference 4.2; section 5, row 24). */
import type { CaseFacts, MaritalStatus, PersonFacts } from "../facts";
import { principalOf } from "../family";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";

const STATUS_WORDS: Readonly<Record<MaritalStatus, string>> = {
  single: "single",
  married: "married",
  common_law: "in a common-law union",
  separated: "separated",
  divorced: "divorced",
  widowed: "widowed",
  annulled: "single after an annulment",
};

function nameOf({ givenName, familyName }: PersonFacts): string {
  return givenName || familyName;
}

function changesOfPeople(then: CaseFacts, now: CaseFacts): string[] {
  const before = new Map(then.people.map((person) => [person.id, person]));
  const after = new Set(now.people.map(({ id }) => id));
  const came = now.people
    .filter(({ id }) => !before.has(id))
    .map((person) => `${nameOf(person)} is new in the family`);
  const gone = then.people
    .filter(({ id }) => !after.has(id))
    .map((person) => `${nameOf(person)} is no longer in the file`);
  const switched = now.people.flatMap((person) => {
    const known = before.get(person.id);
    if (!known || known.accompanying === person.accompanying) return [];
    return [`${nameOf(person)} ${person.accompanying ? "comes along now" : "no longer comes along"}`];
  });
  return [...came, ...gone, ...switched];
}

function changesOfWork(then: CaseFacts, now: CaseFacts, invitedOn: IsoDate): string[] {
  return now.people.flatMap((person) => {
    const before = then.people.find(({ id }) => id === person.id);
    if (!before) return [];
    const known = new Map(before.jobs.map((job) => [job.id, job]));
    return person.jobs.flatMap(({ id, employer, from, to }) => {
      const job = known.get(id);
      // A job from before the invitation was only entered late: nothing has changed about it.
      if (!job)
        return from > invitedOn ? [`${nameOf(person)} works at ${employer} since ${plainDate(from)}`] : [];
      return job.to === null && to !== null ? [`${nameOf(person)} left ${employer} on ${plainDate(to)}`] : [];
    });
  });
}

function changesOfClaims({ family: then }: CaseFacts, { family: now }: CaseFacts): string[] {
  const changes: string[] = [];
  if (then.siblingInCanada === true && now.siblingInCanada !== true)
    changes.push("no sibling in Canada any more");
  if (then.nomination !== null && now.nomination === null) changes.push("the nomination is gone");
  if (then.jobOffer !== null && now.jobOffer?.employer !== then.jobOffer.employer)
    changes.push(`the offer of ${then.jobOffer.employer} is gone`);
  return changes;
}

/**
 * Each change since the day of the invitation in a clause; none where the facts are those the person was invited on.
 * Tests and assessments are left out: a new one comes with a report of its own.
 */
export function changesSince(then: CaseFacts, now: CaseFacts, invitedOn: IsoDate): string[] {
  const [before, after] = [principalOf(then).maritalStatus, principalOf(now).maritalStatus];
  const status = before !== null && after !== null && before !== after ? [`now ${STATUS_WORDS[after]}`] : [];
  return [
    ...status,
    ...changesOfPeople(then, now),
    ...changesOfWork(then, now, invitedOn),
    ...changesOfClaims(then, now),
  ];
}
