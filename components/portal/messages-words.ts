/** The sentences of the client's messages. */
export const MESSAGES_WORDS = {
  title: "Messages",
  lead: (consultant: string) =>
    `You write with ${consultant}. The others who work on your file can read along.`,
  older: "Older messages",
  none: "Nothing yet. Write to us whenever something is unclear.",
} as const;
