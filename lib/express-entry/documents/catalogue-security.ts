/** Documents about security, health, money and representation (rules reference 5, rows 6–8b, 16, 24, 25; 5.2–5.4). */
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
    goodExample:
      "The information sheet the panel physician gives you after the exam, with the IME number. If you live in Canada and were examined for Canada in the last five years, send that number first: it may do.",
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
        code: "no_debts",
        label: "Outstanding debts not stated",
        clientMessage:
          "The letter has to say what you owe (cards, loans), or that you owe nothing. Please ask your bank to add it.",
      },
      {
        code: "no_opening_date",
        label: "Account number or opening date missing",
        clientMessage:
          "Each account needs its number and the day it was opened. Please ask for a new letter.",
      },
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
        code: "no_membership_number",
        label: "Membership number missing",
        clientMessage: "The form lacks our membership number. Please sign the one we are sending now.",
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
      "Covers everything it is asked for, each with its dates",
      "Says what happened and why, with proof where there is any",
      "Signed and dated",
    ],
    goodExample:
      "One page for each thing to explain. A gap: from when to when, what you did, where you lived and what you lived on. A change: what is different now, since when. A missing document: what you did to get it, with proof that you asked.",
    commonFaults: [
      {
        code: "gap_left",
        label: "A gap is left out",
        clientMessage: "One of the gaps in your history is not explained yet. Please add it.",
      },
      {
        code: "change_left",
        label: "A change is not explained",
        clientMessage:
          "Something has changed since the invitation that the letter does not explain. Please add it.",
      },
      {
        code: "no_proof_of_request",
        label: "No proof that the document was asked for",
        clientMessage: "Please add the receipt or the message that shows when and where you asked for it.",
      },
    ],
  },
  fee_receipt: {
    responsible: "firm",
    acceptancePoints: [
      "The amount is the one in force on the day of payment",
      "Covers everyone who applies, with biometrics",
      "Payment is confirmed, not only begun",
    ],
    goodExample: "The receipt of the payment system with its number, day and amount.",
    commonFaults: [
      {
        code: "underpaid",
        label: "Underpaid after a change of fees",
        clientMessage: "The fees have changed since. We will tell you the rest to pay.",
      },
    ],
  },
} satisfies Partial<Record<DocumentKind, KindWords>>;
