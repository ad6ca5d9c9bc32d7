import { Plus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Menu } from "@/components/ui/menu";
import type { PersonFacts } from "@/lib/express-entry/facts";
import { personName } from "@/lib/format/names";
import { AddressGroup } from "./address-group";
import { EducationGroup } from "./education-group";
import { FileHistory } from "./fact-history";
import { EditPanel } from "./fact-row";
import { isTouched, settingOf, type FactsView } from "./facts-view";
import { KIND_LABELS } from "./history-words";
import { ROLE_LABELS } from "./labels";
import { LanguageGroup } from "./language-group";
import { OtherGroup } from "./other-group";
import { PersonForm } from "./person-form";
import { PersonGroup } from "./person-group";
import { WorkGroup } from "./work-group";

interface FactsCardProps {
  view: FactsView;
  fundsNeededFor: string | null;
}

/** Every fact of the file, by person and group; a box leads to its form. */
export function FactsCard({ view, fundsNeededFor }: FactsCardProps) {
  const { people } = view.sheet.facts;
  const principal = people.find(({ role }) => role === "principal");
  const others = people.filter(({ role }) => role !== "principal");
  return (
    <Card labelledBy="facts" className="flex flex-col">
      <CardHeader
        id="facts"
        title="Facts"
        detail={<SavedDetail view={view} />}
        actions={principal && view.canEdit ? <AddMenu view={view} principal={principal} /> : undefined}
      />
      {view.showsHistory && <HistorySection view={view} />}
      {principal && (
        <PersonSection view={view} person={principal} open>
          <OtherGroup view={view} fundsNeededFor={fundsNeededFor} />
        </PersonSection>
      )}
      {others.map((person) => (
        <PersonSection key={person.id} view={view} person={person} open={isTouched(view, person)} />
      ))}
      {view.canEdit && <NewPerson view={view} hasSpouse={others.some(({ role }) => role === "spouse")} />}
    </Card>
  );
}

/** `saved 09:41`, with the way to everything that was changed. */
function SavedDetail({ view }: { view: FactsView }) {
  const { savedAt, canEdit, links } = view;
  return (
    <>
      {savedAt === null ? (canEdit ? "" : "read only") : `saved ${savedAt}`}
      {savedAt !== null && (
        <>
          {" "}
          <Link href={links.history} prefetch={false} scroll={false} className="text-link">
            History
          </Link>
        </>
      )}
    </>
  );
}

/** Every change of every fact of the file, in the place of the form. */
function HistorySection({ view }: { view: FactsView }) {
  const { history, links, sheet } = view;
  if (history === null) return null;
  const nameOf = (personId: string | null) => {
    const person = sheet.facts.people.find(({ id }) => id === personId);
    return person ? personName(person) : personId === null ? "the family" : "somebody who was removed";
  };
  return (
    <section
      id="history"
      aria-label="History of the facts"
      className="scroll-mt-16 border-b border-line bg-paper px-4 py-3"
    >
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">History</h3>
        <Button href={links.closed} scroll={false} size="sm" variant="quiet">
          Close
        </Button>
      </div>
      <FileHistory
        history={history}
        restoreHref={() => null}
        subjectOf={({ kind, personId }) => `${KIND_LABELS[kind]} of ${nameOf(personId)}`}
      />
    </section>
  );
}

function AddMenu({ view, principal }: { view: FactsView; principal: PersonFacts }) {
  const { links } = view;
  return (
    <Menu
      label="Add a fact"
      variant="default"
      size="sm"
      trigger={
        <>
          <Plus aria-hidden />
          Fact
        </>
      }
      items={[
        { label: "Language test", href: links.add("test", principal.id) },
        { label: "Credential", href: links.add("credential", principal.id) },
        { label: "Job", href: links.add("job", principal.id) },
        { label: "Address", href: links.add("address", principal.id) },
        "separator",
        { label: "Spouse, partner or child", href: links.addPerson },
      ]}
    />
  );
}

interface PersonSectionProps {
  view: FactsView;
  person: PersonFacts;
  open: boolean;
  children?: ReactNode;
}

function PersonSection({ view, person, open, children }: PersonSectionProps) {
  const name = personName(person);
  const props = { view, person, open };
  return (
    <section
      aria-label={`${name}, ${ROLE_LABELS[person.role]}`}
      className="border-line not-first-of-type:border-t"
    >
      <h3 className="flex items-center gap-2 px-4 pt-3 text-base font-semibold">
        <Avatar name={name} />
        {name}
        <span className="text-sm font-normal text-ink-2">{ROLE_LABELS[person.role]}</span>
      </h3>
      <div>
        <PersonGroup {...props} />
        {person.role !== "child" && (
          <>
            <LanguageGroup {...props} />
            <EducationGroup {...props} />
            <WorkGroup {...props} />
          </>
        )}
        <AddressGroup {...props} />
        {children}
      </div>
    </section>
  );
}

function NewPerson({ view, hasSpouse }: { view: FactsView; hasSpouse: boolean }) {
  const { target, links, sheet } = view;
  if (target?.kind === "person" && target.id === "new") {
    return (
      <div className="border-t border-line px-4 py-2">
        <EditPanel title="Somebody of the family">
          <PersonForm
            caseId={sheet.caseId}
            person={null}
            version={1}
            hasSpouse={hasSpouse}
            {...settingOf(view)}
          />
        </EditPanel>
      </div>
    );
  }
  return (
    <Link
      href={links.addPerson}
      scroll={false}
      className="mt-auto flex min-h-11 items-center gap-2 rounded-b-lg border-t border-line px-4 text-sm font-[550] text-ink-2 hover:bg-sunken"
    >
      <Plus size={14} aria-hidden />
      {hasSpouse ? "Add a child" : "Add a spouse, partner or child"}
    </Link>
  );
}
