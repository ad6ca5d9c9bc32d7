/** What a state means, never what it looks like: `neutral` waits, `info` is under way, the rest speak for themselves. */
export type Tone = "neutral" | "info" | "ok" | "watch" | "late";

export const toneText: Readonly<Record<Tone, string>> = {
  neutral: "text-ink-2",
  info: "text-info",
  ok: "text-ok",
  watch: "text-watch",
  late: "text-late",
};

export const toneSoft: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink-2",
  info: "bg-info-soft text-info",
  ok: "bg-ok-soft text-ok",
  watch: "bg-watch-soft text-watch",
  late: "bg-late-soft text-late",
};

export const toneFill: Readonly<Record<Tone, string>> = {
  neutral: "bg-ink-3",
  info: "bg-info",
  ok: "bg-ok",
  watch: "bg-watch",
  late: "bg-late",
};
