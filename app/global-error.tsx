"use client";

import "./globals.css";
import { ErrorScreen } from "@/components/layout/error-screen";

/** Stands in for the whole document when even the root layout failed; follows the device's theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-CA">
      <body>
        <title>Something went wrong · Landfall</title>
        <main>
          <ErrorScreen error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
