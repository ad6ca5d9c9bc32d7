import type { ReactNode } from "react";

interface ReadingLine {
  label: string;
  values: readonly string[];
}

interface ReadingSection {
  id: string;
  title: string;
  lines: readonly ReadingLine[];
}

interface ReadingGroup<S extends ReadingSection> {
  title: string;
  sections: readonly S[];
}

interface ReadingSheetProps<S extends ReadingSection> {
  groups: readonly ReadingGroup<S>[];
  /** Keeps the ids of two sheets on one page apart. */
  name: string;
  /** The language it is written in. */
  lang: string;
  /** Heading level of the groups; their sections are one below. */
  level?: 2 | 3;
  /** What stands below a section. */
  below?: (section: S, group: string) => ReactNode;
}

function Lines({ lines }: { lines: readonly ReadingLine[] }) {
  return (
    <dl>
      {lines.map(({ label, values }) => (
        <div key={label} className="border-t border-line px-4 py-2.5">
          <dt className="text-ink-2">{label}</dt>
          {values.map((value, index) => (
            <dd key={index} className="wrap-anywhere not-last:mb-1.5">
              {value}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Groups of sections of labelled lines, to be read slowly from the top to the end. */
export function ReadingSheet<S extends ReadingSection>(props: ReadingSheetProps<S>) {
  const { groups, name, lang, level = 2, below } = props;
  const [Group, Section] = level === 2 ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  return (
    <div className="flex flex-col gap-5" lang={lang}>
      {groups.map(({ title, sections }, index) => (
        <section key={title} aria-labelledby={`${name}-group-${index}`}>
          <Group id={`${name}-group-${index}`} className="mb-2 font-[650] wrap-anywhere">
            {title}
          </Group>
          <div className="flex flex-col gap-3">
            {sections.map((section) => (
              <section
                key={section.id}
                aria-labelledby={`${name}-${section.id}`}
                className="overflow-hidden rounded-lg border border-line bg-surface"
              >
                <Section id={`${name}-${section.id}`} className="bg-sunken px-4 py-3 font-[650]">
                  {section.title}
                </Section>
                <Lines lines={section.lines} />
                {below?.(section, title)}
              </section>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
