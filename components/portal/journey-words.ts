/** The stages of a case as its client reads them: what it means, and what comes next. */
import type { CaseStage } from "@/lib/cases/types";

export interface StageStory {
  title: string;
  text: string;
  /** What comes after this. */
  next: string;
}

/** The long way in six steps. */
export const JOURNEY = [
  { label: "Getting to know you", text: "A first talk, and our agreement" },
  {
    label: "Your facts and your profile",
    text: "We work out your points and enter you with IRCC, Canada’s immigration department",
  },
  { label: "In the pool", text: "IRCC invites people from the pool in rounds" },
  { label: "Invited: 60 days", text: "You collect documents, we check them and send the application" },
  { label: "With IRCC", text: "They check the application and your background" },
  { label: "Permanent residence", text: "You are confirmed, and you land" },
] as const;

/** Index into {@link JOURNEY}; null where the way has ended early. */
export const JOURNEY_STEP: Readonly<Record<CaseStage, number | null>> = {
  ENQUIRY: 0,
  CONSULTATION: 0,
  RETAINER_PENDING: 0,
  RETAINED: 1,
  ASSESSMENT: 1,
  PROFILE_PREPARATION: 1,
  IN_POOL: 2,
  NOMINATION_OFFERED: 2,
  ITA_RECEIVED: 3,
  APPLICATION_PREPARATION: 3,
  READY_TO_SUBMIT: 3,
  SUBMITTED: 4,
  IN_PROCESS: 4,
  APPROVED: 5,
  CONFIRMATION_ISSUED: 5,
  LANDED: 5,
  ITA_EXPIRED: null,
  REJECTED_INCOMPLETE: null,
  REFUSED: null,
  WITHDRAWN: null,
  CLOSED: null,
};

const FIRST: StageStory = {
  title: "We are getting to know each other",
  text: "We talk about where you stand and what you want. Nothing is sent to anybody yet.",
  next: "If we go on together, we send you an agreement to sign.",
};

const WINDOW: StageStory = {
  title: "You are invited to apply",
  text: "From the day of the invitation there are 60 days to send a complete application.",
  next: "You send documents, we check them, you confirm the facts, and we send the application.",
};

export const STORIES: Readonly<Record<CaseStage, StageStory>> = {
  ENQUIRY: FIRST,
  CONSULTATION: FIRST,
  RETAINER_PENDING: {
    title: "Our agreement is with you",
    text: "It says what we do for you and what it costs. Please sign it and give it back to us.",
    next: "Then we work out your points and which program fits you.",
  },
  RETAINED: {
    title: "We act for you now",
    text: "We gather the facts: where you lived, studied and worked, and your language tests.",
    next: "From them we work out your points and which program fits you.",
  },
  ASSESSMENT: {
    title: "We work out your points",
    text: "Points decide who is invited. We look at which program fits you, and at what would give you more points.",
    next: "When everything is proven, we enter your profile with IRCC, Canada’s immigration department.",
  },
  PROFILE_PREPARATION: {
    title: "We prepare your profile",
    text: "The profile tells IRCC, Canada’s immigration department, your facts. It has to be right to the day.",
    next: "With it you are in the pool, from which IRCC invites people.",
  },
  IN_POOL: {
    title: "You are in the pool",
    text: "IRCC, Canada’s immigration department, invites people from the pool in rounds, those with the most points first. We look at every round for you.",
    next: "If you are invited, there are 60 days to send a complete application. We tell you at once.",
  },
  NOMINATION_OFFERED: {
    title: "A province offers to nominate you",
    text: "A nomination gives you enough points for almost every round. We go through the offer with you.",
    next: "With the nomination you wait in the pool for the next round.",
  },
  ITA_RECEIVED: WINDOW,
  APPLICATION_PREPARATION: WINDOW,
  READY_TO_SUBMIT: WINDOW,
  SUBMITTED: {
    title: "Your application is sent",
    text: "IRCC, Canada’s immigration department, first looks whether it is complete. You need to do nothing now.",
    next: "Then they ask for fingerprints and a photo if they do not have them, and check your background. We tell you what they write.",
  },
  IN_PROCESS: {
    title: "Canada’s immigration department (IRCC) is working on it",
    text: "They check your background and your documents. Tell us at once if something changes: your address, your job, your family.",
    next: "If IRCC asks for something, you find it here with the day until which it is needed.",
  },
  APPROVED: {
    title: "Your application is approved",
    text: "Congratulations. IRCC prepares the confirmation of your permanent residence.",
    next: "You get instructions by e-mail; we go through them with you.",
  },
  CONFIRMATION_ISSUED: {
    title: "Your confirmation is here",
    text: "With it you become a permanent resident. Mind the date until which it is valid.",
    next: "After you have landed, your permanent resident card comes by mail.",
  },
  LANDED: {
    title: "Welcome to Canada",
    text: "You are a permanent resident. Your documents stay here for you.",
    next: "Write to us if something is missing.",
  },
  ITA_EXPIRED: {
    title: "The invitation has ended",
    text: "The last day passed without an application. Nothing you sent is lost.",
    next: "We talk with you about going back into the pool.",
  },
  REJECTED_INCOMPLETE: {
    title: "Canada’s immigration department (IRCC) sent it back",
    text: "They found it incomplete and did not look at its contents. This is not a refusal.",
    next: "We talk with you about what is missing and about trying again.",
  },
  REFUSED: {
    title: "Canada’s immigration department (IRCC) refused it",
    text: "We read their letter and explain to you what it means.",
    next: "We talk with you about what can be done.",
  },
  WITHDRAWN: {
    title: "The application was withdrawn",
    text: "Nothing more happens with it. Your documents stay here for you.",
    next: "Write to us if you want to go on.",
  },
  CLOSED: {
    title: "Your file is closed",
    text: "Our work for you is done. Your documents stay here for you.",
    next: "Write to us if something is missing.",
  },
};

export const JOURNEY_WORDS = {
  where: "Where you are",
  sentOn: "Sent on",
  number: "Application number",
  nextHeading: "What comes next",
} as const;
