import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { TemplateSettings, TemplateWording } from "@/lib/checklist/template/types";
import { formatCount } from "@/lib/format/quantities";

function ownWords({ title, goodExample, points }: TemplateWording): string {
  return [
    title === null ? null : `called “${title}”`,
    goodExample === null ? null : "our own good example",
    points.length === 0 ? null : `${formatCount(points.length, "point")} more`,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** The firm's own words for the kinds of the rules. */
export function TemplateWords({ settings }: { settings: TemplateSettings }) {
  const { kinds, content, allowed } = settings;
  return (
    <Card labelledBy="own-words">
      <CardHeader
        id="own-words"
        title="Our words"
        detail="title, good example and further acceptance points of each kind of document"
      />
      <Table caption="Our words by kind of document">
        <thead>
          <tr>
            <HeadCell>Document</HeadCell>
            <HeadCell>Ours</HeadCell>
            {allowed.edit && (
              <HeadCell>
                <span className="sr-only">Change</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, label }) => {
            const own = content.wordings.find((wording) => wording.kind === kind);
            return (
              <Row key={kind}>
                <RowHead className="whitespace-normal!">{label}</RowHead>
                <Cell wrap>{own ? ownWords(own) : <span className="text-ink-3">as shipped</span>}</Cell>
                {allowed.edit && (
                  <Cell align="right">
                    <Link
                      href={`/settings/checklist/words/${kind}`}
                      className="text-link"
                      aria-label={`Change the words of ${label}`}
                    >
                      Change
                    </Link>
                  </Cell>
                )}
              </Row>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}
