/** The languages of the portal; staff screens are English. */
export type Language = "en" | "fr";
