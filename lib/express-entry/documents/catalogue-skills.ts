/** Documents that prove language, education and work (rules reference 5, rows 2–5, 17–19, and 5.1). */
import type { DocumentKind, KindWords } from "./document-kind";

export const skillDocuments = {
  language: {
    responsible: "client",
    acceptancePoints: [
      "The test is one Express Entry accepts",
      "Name and birth date match the passport",
      "All four abilities are on the report and match the profile",
      "Less than two years old on the planned submission date",
      "TEF Canada: scores are from the column Équivalence ancien score",
    ],
    goodExample:
      "The complete official report, all pages, with the report number and the four scores readable.",
    commonFaults: [
      {
        code: "academic_test",
        label: "Academic or other test that is not accepted",
        clientMessage:
          "This is not the version of the test Express Entry accepts. Please send the General Training, CELPIP-General, PTE Core, TEF Canada or TCF Canada report.",
      },
      {
        code: "expires_before_submission",
        label: "Two years old before submission",
        clientMessage:
          "This result will be two years old before we can apply, so a new test is needed. Please book one now.",
      },
      {
        code: "wrong_tef_column",
        label: "Scores out of 699 entered",
        clientMessage: "Please send the page that shows the column Équivalence ancien score.",
      },
    ],
  },
  eca: {
    responsible: "other",
    acceptancePoints: [
      "Issued for immigration by a designated body",
      "The credential on the report is the one in the profile",
      "The Canadian equivalency is the level claimed",
      "Less than five years old on the planned submission date",
      "Reference number is readable",
    ],
    goodExample:
      "The full report for immigration, all pages, with the reference number and the Canadian equivalency.",
    commonFaults: [
      {
        code: "wrong_body",
        label: "Wrong body for the occupation",
        clientMessage:
          "Your occupation needs a report from its own body (for example physicians and pharmacists). Please ask us which one before you order it.",
      },
      {
        code: "other_credential",
        label: "Report is for another credential",
        clientMessage:
          "This report is about a different diploma than the one in your profile. Please send the right one.",
      },
      {
        code: "too_old",
        label: "Five years old before submission",
        clientMessage: "This report will be five years old before we can apply. Please order a new one.",
      },
    ],
  },
  diploma: {
    responsible: "client",
    acceptancePoints: [
      "Diploma or degree is complete and readable",
      "Transcripts of all years are included",
      "Proof that the program was completed",
      "Translation with the original where it is not in English or French",
    ],
    goodExample:
      "One file: the diploma first, then every page of the transcripts, then the translation if needed.",
    commonFaults: [
      {
        code: "no_completion",
        label: "No proof of completion",
        clientMessage:
          "We can see that you studied, not that you finished. Please add the diploma or a letter of completion.",
      },
      {
        code: "pages_missing",
        label: "Transcript pages missing",
        clientMessage: "Some pages of the transcripts are missing. Please scan all of them into one file.",
      },
      {
        code: "no_translation",
        label: "Translation missing or not certified",
        clientMessage: "Please add a certified translation. It cannot be made by you, your family or us.",
      },
    ],
  },
  reference_letter: {
    responsible: "other",
    acceptancePoints: [
      "On the company's letterhead with address, telephone and e-mail",
      "Names the applicant, and every position with its title and dates",
      "Duties in the employer's own words, matching the NOC lead statement and most main duties",
      "Hours per week, annual salary and benefits",
      "Signed, with the name and title of the supervisor or personnel officer",
      "Dates agree with the profile, and with T4s and notices of assessment for work in Canada",
    ],
    goodExample:
      "A signed letter on letterhead: your title, start and end date, 40 hours a week, annual salary and benefits, a list of what you really did, and how to reach your supervisor.",
    commonFaults: [
      {
        code: "no_hours",
        label: "Hours per week missing",
        clientMessage:
          "The letter does not say how many hours a week you worked. Please ask your employer to add it.",
      },
      {
        code: "no_duties",
        label: "Duties missing",
        clientMessage:
          "The letter does not describe your duties. Please ask for a list of what you did in the job.",
      },
      {
        code: "copied_duties",
        label: "Duties copied from the NOC",
        clientMessage:
          "The duties are worded like the official occupation list. Officers distrust that. Please ask your employer to describe your work in their own words.",
      },
      {
        code: "unsigned",
        label: "Not signed",
        clientMessage: "The letter is not signed. Please ask your supervisor or personnel office to sign it.",
      },
      {
        code: "dates_clash",
        label: "Dates clash with the profile or the T4",
        clientMessage: "The dates in the letter differ from what you told us. Please check which are right.",
      },
    ],
  },
  self_employment: {
    responsible: "client",
    acceptancePoints: [
      "Ownership papers of the business",
      "Evidence of income from it",
      "Third parties confirm the services, with payment",
      "Covers the whole period claimed",
    ],
    goodExample:
      "Registration of the business, tax returns, and letters from clients that say what you did, when, and what they paid.",
    commonFaults: [
      {
        code: "own_statement",
        label: "Own statement or affidavit only",
        clientMessage:
          "Your own statement is not accepted as proof. Please add confirmations from clients and evidence of payment.",
      },
    ],
  },
  nomination: {
    responsible: "client",
    acceptancePoints: [
      "Nomination certificate or approval letter of the province, complete",
      "Valid on the planned submission date",
      "Name and number match the profile",
    ],
    goodExample: "The complete certificate or letter with its number and expiry date.",
    commonFaults: [
      {
        code: "expired",
        label: "Expired at submission",
        clientMessage:
          "The nomination ends before we can apply. Please ask the province for an extension today and tell us.",
      },
    ],
  },
  job_offer: {
    responsible: "other",
    acceptancePoints: [
      "Signed offer on letterhead: full-time, continuous, at least one year after the visa",
      "NOC, duties, salary and start date",
      "LMIA number or work permit attached and valid",
    ],
    goodExample: "The signed offer letter followed by the LMIA or the work permit it rests on.",
    commonFaults: [
      {
        code: "too_short",
        label: "Not one year after the visa",
        clientMessage:
          "The offer must be for at least one year after you become a permanent resident. Please ask for a new letter.",
      },
      {
        code: "not_full_time",
        label: "Not full-time",
        clientMessage: "The offer must be for at least 30 hours a week. Please ask for a new letter.",
      },
      {
        code: "no_lmia",
        label: "LMIA or permit missing",
        clientMessage: "Please add the LMIA or the work permit the offer rests on.",
      },
    ],
  },
  certificate_of_qualification: {
    responsible: "client",
    acceptancePoints: [
      "Issued by a province, a territory or a federal body",
      "For the trade in the profile",
      "Valid on the planned submission date",
    ],
    goodExample: "Both sides of the certificate with its number, trade and date.",
    commonFaults: [
      {
        code: "wrong_trade",
        label: "For another trade",
        clientMessage:
          "This certificate is for a different trade than the one in your profile. Please send the right one.",
      },
    ],
  },
} satisfies Partial<Record<DocumentKind, KindWords>>;
