/** Documents about security, health, money and representation (rules reference 5, rows 6–8b, 16, 24; 5.2–5.4). */
import type { DocumentKind, KindWords } from "./document-kind";

export const securityDocuments = {
  police: {
    responsible: "other",
    acceptancePoints: [
      "From the right authority of that country",
      "All names used are on it",
      "Issued late enough for this country",
      "Colour scan of the original, every page",
      "Translation with the original where it is not in English or French",
    ],
    goodExample: "A colour scan of the original certificate, front and back, with every name you have used.",
    commonFaults: [
      {
        code: "local_police",
        label: "From a local office that is not accepted",
        clientMessage:
          "This is not from the authority Canada asks for in this country. Please order it from the office named above.",
      },
      {
        code: "too_old",
        label: "Issued too early",
        clientMessage: "This certificate was issued too early for Canada. Please order a new one.",
      },
      {
        code: "copy",
        label: "Black and white, certified or unauthorized copy",
        clientMessage:
          "Canada asks for a colour scan of the original, not of a copy. Please scan the original.",
      },
      {
        code: "names_missing",
        label: "Not all names used",
        clientMessage:
          "The certificate must cover every name you have used. Please order it again with all of them.",
      },
    ],
  },
  medical: {
    responsible: "other",
    acceptancePoints: [
      "Information sheet or IMM 1017B of a panel physician",
      "Name and birth date match the passport",
      "Exam taken after the invitation",
      "Valid on the planned submission date",
    ],
    goodExample: "The information sheet the panel physician gives you after the exam, with the IME number.",
    commonFaults: [
      {
        code: "not_panel",
        label: "Not a panel physician",
        clientMessage:
          "The exam must be done by a physician on Canada's panel. Your own doctor's letter is not accepted.",
      },
      {
        code: "too_early",
        label: "Exam before the invitation",
        clientMessage:
          "The exam is from before your invitation and may run out too early. Please ask us before you book another.",
      },
    ],
  },
  funds: {
    responsible: "other",
    acceptancePoints: [
      "Letter of each institution on letterhead with address, telephone and e-mail",
      "Names the applicant and lists outstanding debts",
      "Every account: number, opening date, current balance, six-month average",
      "The total reaches the table for the family size",
      "Large recent deposits are explained",
    ],
    goodExample:
      "A letter from your bank with each account's number, opening date, balance today and average of the last six months, and any loans.",
    commonFaults: [
      {
        code: "no_average",
        label: "Six-month average missing",
        clientMessage:
          "The bank's letter must show the average balance of the last six months. Please ask for a new letter.",
      },
      {
        code: "unexplained_deposit",
        label: "Large deposit not explained",
        clientMessage:
          "There is a large recent deposit. Please tell us in a short letter where it came from, with proof.",
      },
      {
        code: "too_little",
        label: "Below the table for the family size",
        clientMessage:
          "The total is below what Canada asks for a family of your size. Please talk to us before sending more.",
      },
    ],
  },
  funds_exemption: {
    responsible: "firm",
    acceptancePoints: [
      "Says why no proof of funds is needed",
      "Offer or permit attached where the reason is an offer",
    ],
    goodExample:
      "A short letter that says you are invited under the Canadian Experience Class, or work in Canada with a valid offer.",
    commonFaults: [
      {
        code: "slot_empty",
        label: "Nothing to put in the slot",
        clientMessage:
          "The application has a slot for funds even where none are needed. We will write the letter for it.",
      },
    ],
  },
  imm5476: {
    responsible: "firm",
    acceptancePoints: [
      "Current version of the form",
      "Signed by the applicant and the representative",
      "Membership number of the representative",
    ],
    goodExample: "The completed form, signed and dated by hand or by the accepted electronic signature.",
    commonFaults: [
      {
        code: "unsigned",
        label: "Not signed",
        clientMessage: "Please sign and date the form and send it again.",
      },
      {
        code: "old_version",
        label: "Old version",
        clientMessage: "Canada has a newer version of this form. Please sign the one we are sending now.",
      },
    ],
  },
  letter_of_explanation: {
    responsible: "client",
    acceptancePoints: [
      "Covers every gap in the dates given",
      "Says what the person did and lived on",
      "Signed and dated",
    ],
    goodExample:
      "One page: from when to when, what you did in that time, where you lived and what you lived on.",
    commonFaults: [
      {
        code: "gap_left",
        label: "A gap is left out",
        clientMessage: "One of the gaps in your history is not explained yet. Please add it.",
      },
    ],
  },
} satisfies Partial<Record<DocumentKind, KindWords>>;
