import type { CaseFacts } from "@/lib/express-entry/facts";
import { personName } from "@/lib/format/names";
import { familyLines, personLines, type FactLine } from "./fact-lines";
import { FACTS_WORDS, ROLE_WORDS } from "./facts-words";

function Sheet({ id, title, lines }: { id: string; title: string; lines: readonly FactLine[] }) {
  return (
    <section aria-labelledby={id} className="overflow-hidden rounded-lg border border-line bg-surface">
      <h2 id={id} className="bg-sunken px-4 py-3 font-[650] wrap-anywhere">
        {title}
      </h2>
      <dl>
        {lines.map(({ label, values }) => (
          <div key={label} className="border-t border-line px-4 py-2.5">
            <dt className="text-base text-ink-2">{label}</dt>
            {values.map((value) => (
              <dd key={value} className="wrap-anywhere not-last:mb-1.5">
                {value}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The facts by person, then those of the family, as they go into the application. */
export function FactsSheet({ facts }: { facts: CaseFacts }) {
  return (
    <div className="flex flex-col gap-3">
      {facts.people.map((person) => (
        <Sheet
          key={person.id}
          id={`facts-of-${person.id}`}
          title={`${personName(person)}, ${ROLE_WORDS[person.role]}`}
          lines={personLines(person)}
        />
      ))}
      <Sheet id="facts-of-family" title={FACTS_WORDS.family} lines={familyLines(facts.family)} />
    </div>
  );
}
