import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { removeItemAction } from "@/lib/checklist/actions";
import { CONDITION_LABELS, OWNER_LABELS } from "@/lib/checklist/template/rules";
import type { TemplateItem, TemplateSettings } from "@/lib/checklist/template/types";
import { formatCount } from "@/lib/format/quantities";

const BASE = "/settings/checklist/items";

function conditionWords({ condition, province }: TemplateItem): string {
  return province === null ? CONDITION_LABELS[condition] : `${CONDITION_LABELS[condition]} of ${province}`;
}

function ItemRow({ item, settings }: { item: TemplateItem; settings: TemplateSettings }) {
  const { draftVersion: version, allowed } = settings;
  return (
    <Row>
      <RowHead className="whitespace-normal!">
        {item.title}
        {!item.required && <span className="ml-1.5 text-xs font-normal text-ink-3">optional</span>}
        <span className="block text-sm font-normal text-ink-2">{item.reason}</span>
      </RowHead>
      <Cell wrap>{conditionWords(item)}</Cell>
      <Cell wrap>{OWNER_LABELS[item.owner]}</Cell>
      <Cell align="right">{formatCount(item.leadDays, "day")}</Cell>
      {allowed.edit && (
        <Cell align="right">
          <span className="inline-flex items-center gap-1">
            <Button href={`${BASE}/${item.id}`} variant="row" size="sm" aria-label={`Change ${item.title}`}>
              Change
            </Button>
            <ActionForm
              action={removeItemAction}
              hidden={{ version, itemId: item.id }}
              successMessage={`${item.title}: removed from the draft`}
              label={`Remove ${item.title}`}
            >
              <SubmitButton variant="row" size="sm">
                Remove
                <span className="sr-only"> {item.title}</span>
              </SubmitButton>
            </ActionForm>
          </span>
        </Cell>
      )}
    </Row>
  );
}

/** What the firm asks for beside the rules, in which files and of whom. */
export function TemplateItems({ settings }: { settings: TemplateSettings }) {
  const { content, allowed } = settings;
  return (
    <Card labelledBy="own-items">
      <CardHeader
        id="own-items"
        title="Items of our own"
        count={content.items.length}
        detail="asked for beside what the rules call for"
        actions={
          allowed.edit && (
            <Button href={`${BASE}/new`} size="sm">
              Add an item
            </Button>
          )
        }
      />
      {content.items.length === 0 ? (
        <EmptyState title="None yet">
          Every file is asked for what the rules call for, and no more.
        </EmptyState>
      ) : (
        <Table caption="Items of our own">
          <thead>
            <tr>
              <HeadCell>Document</HeadCell>
              <HeadCell>In which files</HeadCell>
              <HeadCell>Of whom</HeadCell>
              <HeadCell align="right">Usual days</HeadCell>
              {allowed.edit && (
                <HeadCell>
                  <span className="sr-only">Change</span>
                </HeadCell>
              )}
            </tr>
          </thead>
          <tbody>
            {content.items.map((item) => (
              <ItemRow key={item.id} item={item} settings={settings} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

/** Items that consultants added by hand and that might belong into the template. */
export function HandAdded({ settings }: { settings: TemplateSettings }) {
  const { handAdded, allowed } = settings;
  if (handAdded.length === 0) return null;
  return (
    <Card labelledBy="hand-added">
      <CardHeader id="hand-added" title="Added by hand" detail="to files, and not in the template yet" />
      <ul>
        {handAdded.map(({ requirementId, title, reason, files }) => (
          <li
            key={requirementId}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-60">
              <b className="font-semibold">{title}</b>
              <span className="block text-sm text-ink-2">{reason}</span>
            </span>
            <span className="text-sm text-ink-2">{formatCount(files, "file")}</span>
            {allowed.edit && (
              <Button
                href={`${BASE}/new?from=${requirementId}`}
                size="sm"
                aria-label={`Add ${title} to the template`}
              >
                Add to the template
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
