"use client";

import { usePathname, useSearchParams } from "next/navigation";

interface LanguageLinksProps {
  current: string;
  label: string;
  languages: readonly { code: string; name: string; htmlLang: string }[];
}

/** Whole pages, not soft steps: the language of the document changes with them. What else the address says stays. */
export function LanguageLinks({ current, label, languages }: LanguageLinksProps) {
  const path = usePathname();
  const asked = useSearchParams();
  const hrefOf = (code: string) => {
    const query = new URLSearchParams(asked);
    query.set("lang", code);
    return `${path}?${query}`;
  };
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex gap-1 text-sm">
        {languages.map(({ code, name, htmlLang }) => (
          <li key={code}>
            <a
              href={hrefOf(code)}
              lang={htmlLang}
              hrefLang={htmlLang}
              aria-current={code === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-md px-2.5 font-semibold aria-[current]:bg-sunken"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
