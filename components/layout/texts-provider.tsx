"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { FormTextsContext } from "@/components/forms/form-texts";
import type { Locale, Messages } from "@/lib/i18n/languages";

interface TextsProviderProps {
  locale: Locale;
  /** Of `textsFor`: what the components inside read. */
  messages: Partial<Messages>;
  children: ReactNode;
}

/** Texts for the client components inside: `const t = useTranslations("assess")` of use-intl. */
export function TextsProvider({ locale, messages, children }: TextsProviderProps) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="America/Toronto">
      {messages.forms ? <FormTextsContext value={messages.forms}>{children}</FormTextsContext> : children}
    </IntlProvider>
  );
}
