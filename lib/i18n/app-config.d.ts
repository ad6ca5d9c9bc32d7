import type { Locale, Messages } from "./languages";

declare module "use-intl/core" {
  /** Makes the keys of every translation known to the compiler. */
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
