import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Providers } from "@/components/layout/providers";
import { themeOf } from "@/components/layout/theme";
import { languageOf } from "@/lib/i18n/languages";
import { requestLocale } from "@/lib/i18n/request-locale";

export const metadata: Metadata = {
  title: { default: "Landfall", template: "%s · Landfall" },
  description: "Case management for Canadian immigration consultancies.",
  icons: { icon: "/icon.svg" },
  robots: { index: false, follow: false },
  // The header says no-referrer; within our own pages a form posted before JavaScript must still name its origin,
  // which a browser leaves out under that policy. Nothing is sent to other sites either way.
  referrer: "same-origin",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#151412" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // No page is prerendered: a stored page would carry scripts without this request's CSP nonce.
  await connection();
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <html
      lang={languageOf(await requestLocale()).htmlLang}
      data-theme={theme === "system" ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
