export const themes = ["system", "light", "dark"] as const;
/** `system` follows the device; the other two are the person's own choice, kept in the cookie `theme`. */
export type Theme = (typeof themes)[number];

/** What the cookie asks for; anything unknown, or nothing, is `system`. */
export function themeOf(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? "system";
}
