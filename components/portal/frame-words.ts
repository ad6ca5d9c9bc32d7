/** The words around every page of the portal. */
export const NAVIGATION = {
  home: "Home",
  documents: "Documents",
  messages: "Messages",
  unread: (count: number) => `${count} new`,
} as const;

export const FOOTNOTE = (zone: string) =>
  `Times are ${zone}. Your documents are encrypted and each view is recorded.`;
