import { Pencil } from "lucide-react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatDateTime } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { withdrawTemplateAction } from "@/lib/messages/actions";
import { fillFields } from "@/lib/messages/templates/rules";
import type { MessageTemplate, TemplateSettings, TemplateVersion } from "@/lib/messages/templates/types";

interface TemplateCardProps {
  template: MessageTemplate;
  settings: TemplateSettings;
  /** Where it is changed. */
  editHref: string;
}

function changeWords({ changedBy, changedAt, number }: TemplateVersion, timeZone: string): string {
  const who =
    changedBy === null ? "shipped with Landfall" : `${changedBy}, ${formatDateTime(changedAt, timeZone)}`;
  return `version ${number}, ${who}`;
}

function Words({ language, words }: { language: string; words: string }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-1 text-xs font-semibold text-ink-2">{language}</h3>
      <p className="text-sm wrap-anywhere whitespace-pre-wrap">{words}</p>
    </section>
  );
}

/** What the template said before, and who changed it. */
function Earlier({ versions, timeZone }: { versions: readonly TemplateVersion[]; timeZone: string }) {
  if (versions.length === 0) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer py-1">{formatCount(versions.length, "earlier version")}</summary>
      <ol className="flex flex-col gap-4 border-l border-line pl-4">
        {versions.map((version) => (
          <li key={version.number}>
            <p className="mb-1 text-ink-2">
              {version.title}: {changeWords(version, timeZone)}
            </p>
            <div className="grid gap-4 md:grid-cols-2">
              <Words language="English" words={version.bodyEn} />
              <Words language="French" words={version.bodyFr} />
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** One template of the firm: what it says, in the words of the chosen file where there is one, and what it said before. */
export function TemplateCard({ template, settings, editHref }: TemplateCardProps) {
  const [now, ...earlier] = template.versions;
  const { preview, timeZone, allowed } = settings;
  const said = (body: string, language: "en" | "fr") =>
    preview ? fillFields(body, preview.values[language]) : body;
  return (
    <Card labelledBy={`template-${template.id}`}>
      <CardHeader
        id={`template-${template.id}`}
        title={now.title}
        detail={changeWords(now, timeZone)}
        actions={
          now.withdrawn ? (
            <Badge icon={null}>Withdrawn</Badge>
          ) : (
            allowed.edit && (
              <Button
                href={editHref}
                size="sm"
                icon={<Pencil aria-hidden />}
                aria-label={`Change ${now.title}`}
              >
                Change
              </Button>
            )
          )
        }
      />
      <CardBody>
        <div className="grid gap-4 md:grid-cols-2">
          <Words language="English" words={said(now.bodyEn, "en")} />
          <Words language="French" words={said(now.bodyFr, "fr")} />
        </div>
        <Earlier versions={earlier} timeZone={timeZone} />
        {allowed.edit && !now.withdrawn && (
          <ActionForm
            action={withdrawTemplateAction}
            hidden={{ templateId: template.id, number: now.number }}
            successMessage="It is offered no more"
            label={`Withdraw ${now.title}`}
            className="mt-3"
          >
            <SubmitButton variant="quiet" size="sm" pendingLabel="Withdrawing…">
              Withdraw
            </SubmitButton>
          </ActionForm>
        )}
      </CardBody>
    </Card>
  );
}
