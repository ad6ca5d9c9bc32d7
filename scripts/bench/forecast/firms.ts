/** Synthetic firms whose true durations are known: what the forecast is judged by. Pure and seeded. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";

/** Day 0 of every history; instants are days since its midnight, UTC. */
export const FIRST_DAY = "2026-01-01";
/** The lead times that every item carries, as shipped. Days. */
export const SHIPPED = documentRulesOn(FIRST_DAY).lead_days;

/** A stream of random numbers. */
export interface Draws {
  /** From 0 up to 1. */
  uniform: () => number;
  normal: () => number;
}

export function drawsOf(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

/** Days: log-normal around a median, a share of them drawn out by a factor. */
export interface Law {
  median: number;
  sigma: number;
  slow?: { share: number; factor: number };
}

export function daysOf({ median, sigma, slow }: Law, { normal, uniform }: Draws): number {
  const drawnOut = slow !== undefined && uniform() < slow.share ? slow.factor : 1;
  return median * drawnOut * Math.exp(sigma * normal());
}

/** How a firm asks, waits and reviews; what a scenario changes. */
export interface Scenario {
  name: string;
  /** What is true of it, in a sentence. */
  truth: string;
  /** Windows that are closed before the first one is judged; 0: only lead times are known. */
  pastWindows: number;
  /** Median of a document as a share of its shipped lead time, between these. */
  ofLead: readonly [from: number, to: number];
  /** Spread of one client around all: a slow client is slow with everything. */
  clientSigma: number;
  /** Share of items that lie for one to three weeks before they are asked for. */
  left: number;
}

/** A kind of document as a firm truly gets it. */
export interface TrueKind {
  kind: DocumentKind;
  country: string | null;
  /** From asking to having it. */
  obtain: Law;
  review: Law;
  /** Share that is sent back, once. */
  returnShare: number;
  /** From the return to having it again. */
  redo: Law;
}

export interface Firm {
  kinds: readonly TrueKind[];
  signOff: Law;
}

const KINDS: readonly (readonly [DocumentKind, country: string | null])[] = [
  ["passport", null],
  ["police", "IN"],
  ["police", "PH"],
  ["police", "NG"],
  ["medical", null],
  ["reference_letter", "IN"],
  ["funds", null],
  ["photo", null],
  ["fee_receipt", null],
];

const between = ({ uniform }: Draws, from: number, to: number) => from + uniform() * (to - from);

/** A firm of its own: no two have the same durations. */
export function firmOf({ ofLead }: Scenario, draws: Draws): Firm {
  const review: Law = { median: between(draws, 1, 3), sigma: 0.5 };
  const kinds = KINDS.map(([kind, country]): TrueKind => {
    const median = SHIPPED[kind] * between(draws, ...ofLead);
    return {
      ...{ kind, country, review, returnShare: between(draws, 0.05, 0.35) },
      obtain: {
        median,
        sigma: between(draws, 0.2, 0.5),
        slow: { share: 0.1, factor: between(draws, 1, 1.8) },
      },
      redo: { median: Math.min(median, between(draws, 3, 8)), sigma: 0.4 },
    };
  });
  return { kinds, signOff: { median: 1.5, sigma: 0.35 } };
}

export const SCENARIOS: readonly [Scenario, ...Scenario[]] = [
  {
    name: "Own closed items",
    truth:
      "The firm has closed forty windows; clients are independent; what is open is asked for within three days.",
    ...{ pastWindows: 40, ofLead: [0.4, 1], clientSigma: 0, left: 0 },
  },
  {
    name: "Lead times, right",
    truth: "Nothing is closed yet; each document takes about its shipped lead time.",
    ...{ pastWindows: 0, ofLead: [0.85, 1.1], clientSigma: 0, left: 0 },
  },
  {
    name: "Lead times, a third too long",
    truth: "Nothing is closed yet; documents truly take two thirds of their shipped lead times.",
    ...{ pastWindows: 0, ofLead: [0.6, 0.73], clientSigma: 0, left: 0 },
  },
  {
    name: "Slow clients",
    truth: "As the first, but a slow client is slow with everything (one in six takes 1.35 times as long).",
    ...{ pastWindows: 40, ofLead: [0.4, 1], clientSigma: 0.3, left: 0 },
  },
  {
    name: "Requests left lying",
    truth: "As the first, but one item in five lies for one to three weeks before it is asked for.",
    ...{ pastWindows: 40, ofLead: [0.4, 1], clientSigma: 0, left: 0.2 },
  },
];
