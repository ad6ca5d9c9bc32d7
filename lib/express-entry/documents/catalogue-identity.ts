/** Documents about who a person is and who belongs to the family (rules reference 5, rows 1, 9–15, 20–23). */
import type { DocumentKind, KindWords } from "./document-kind";

export const identityDocuments = {
  passport: {
    responsible: "client",
    acceptancePoints: [
      "Regular passport or travel document, not diplomatic or official",
      "Bio page is complete and readable",
      "Valid, with at least six months left",
      "Name and birth date match the profile",
      "Stamped pages, and old passports of the last ten years",
    ],
    goodExample:
      "A colour scan of the page with your photo and of every page with a stamp or visa, in one file.",
    commonFaults: [
      {
        code: "expired",
        label: "Expired or about to",
        clientMessage: "This passport has expired or will soon. Please renew it and send the new one.",
      },
      {
        code: "name_mismatch",
        label: "Name differs from the profile",
        clientMessage: "The name in the passport differs from what we have. Please tell us which is right.",
      },
      {
        code: "old_passports_missing",
        label: "Old passports of the last ten years missing",
        clientMessage: "Please add the passports you had in the last ten years, with every stamped page.",
      },
      {
        code: "unreadable",
        label: "Not readable",
        clientMessage: "Part of the page cannot be read. Please scan it again, flat and without glare.",
      },
    ],
  },
  photo: {
    responsible: "client",
    acceptancePoints: [
      "JPEG of at least 420 × 540 pixels, at most 4 MB",
      "Head 31 to 36 mm from chin to crown, in a frame of at least 35 × 45 mm",
      "Full face, colour, plain background",
      "Taken within the last six months",
    ],
    goodExample:
      "The digital file from a photo studio, made for Canadian permanent residence: about 240 kB, or a print scanned at 600 dots per inch.",
    commonFaults: [
      {
        code: "too_small",
        label: "Too few pixels",
        clientMessage: "The photo is too small. Please ask the studio for the original digital file.",
      },
      {
        code: "head_size",
        label: "Head too small or too large",
        clientMessage:
          "The head has the wrong size in the picture. Please ask the studio for the measures of Canadian permanent residence.",
      },
      {
        code: "too_old",
        label: "Older than six months",
        clientMessage: "The photo is older than six months. Please have a new one taken.",
      },
    ],
  },
  birth_certificate: {
    responsible: "client",
    acceptancePoints: ["Names both parents", "Issued by the civil registry", "Translation where needed"],
    goodExample: "The long form that names both parents.",
    commonFaults: [
      {
        code: "no_parents",
        label: "Parents' names absent",
        clientMessage: "The certificate must name the parents. Please ask for the long form.",
      },
    ],
  },
  marriage_certificate: {
    responsible: "client",
    acceptancePoints: [
      "Civil certificate, not a religious one only",
      "Names match the passports",
      "Translation where needed",
    ],
    goodExample: "The civil marriage certificate, complete, with its translation if needed.",
    commonFaults: [
      {
        code: "religious_only",
        label: "Religious certificate only",
        clientMessage: "Please send the certificate of the civil registry, not the religious one alone.",
      },
    ],
  },
  end_of_union: {
    responsible: "client",
    acceptancePoints: [
      "Final divorce or annulment, or death certificate",
      "One for every earlier marriage or union",
      "Dates leave no overlap with the present union",
    ],
    goodExample: "The final court order or certificate, not the application for it.",
    commonFaults: [
      {
        code: "not_final",
        label: "Not final",
        clientMessage: "This does not show that the divorce is final. Please send the final order.",
      },
      {
        code: "gap_unexplained",
        label: "Time between the unions not explained",
        clientMessage:
          "The dates leave a time between your unions open. Please tell us in a short letter how you lived then.",
      },
    ],
  },
  imm5409: {
    responsible: "client",
    acceptancePoints: ["Current version", "Signed by both partners before a commissioner or notary"],
    goodExample: "The declaration of common-law union, completed and signed by both of you before a notary.",
    commonFaults: [
      {
        code: "not_sworn",
        label: "Not signed before an officer",
        clientMessage:
          "The declaration has to be signed before a notary or commissioner. Please do that and send it again.",
      },
    ],
  },
  cohabitation: {
    responsible: "client",
    acceptancePoints: [
      "Shows at least twelve months at one address",
      "Both names",
      "Covers the months without a break",
    ],
    goodExample: "Lease, bills and bank statements with both names and the same address over twelve months.",
    commonFaults: [
      {
        code: "under_twelve_months",
        label: "Under twelve months",
        clientMessage: "These papers cover less than twelve months together. Please add more.",
      },
      {
        code: "one_name",
        label: "One name only",
        clientMessage: "Please send papers that name both of you at the same address.",
      },
    ],
  },
  custody: {
    responsible: "client",
    acceptancePoints: ["Adoption order, or custody order or agreement", "Consent where custody is shared"],
    goodExample: "The court order with the other parent's written consent where custody is shared.",
    commonFaults: [
      {
        code: "no_consent",
        label: "No consent of the other parent",
        clientMessage: "Please add the other parent's consent.",
      },
    ],
  },
  imm5604: {
    responsible: "client",
    acceptancePoints: [
      "One form for each child",
      "Signed by the other parent before a notary",
      "Identity document of the signer",
      "Or instead: sole custody order, or death certificate of the other parent",
    ],
    goodExample:
      "The declaration signed by the other parent before a notary with a copy of their passport, or the order that gives you sole custody.",
    commonFaults: [
      {
        code: "not_notarized",
        label: "Not notarized",
        clientMessage: "The other parent has to sign before a notary. Please have it signed again.",
      },
      {
        code: "one_form_for_all",
        label: "One form for several children",
        clientMessage: "Each child needs a form of its own.",
      },
    ],
  },
  dependent_over_22: {
    responsible: "client",
    acceptancePoints: [
      "Medical report of the condition and since when",
      "Proof of support since before the age of 22",
    ],
    goodExample:
      "A specialist's report with the date the condition began, and proof of your support over the years.",
    commonFaults: [
      {
        code: "no_start",
        label: "Start of the condition not shown",
        clientMessage: "The report has to say since when the condition exists. Please ask for that.",
      },
      {
        code: "age_miscounted",
        label: "Age counted on another day",
        clientMessage: "The age counts on the day of the application. Please ask us before you send more.",
      },
    ],
  },
  sibling: {
    responsible: "client",
    acceptancePoints: [
      "Birth certificates that show a shared parent, or papers of the adoption or step relation",
      "Proof that the sibling is a citizen or permanent resident, 18 or over",
      "Recent proof that the sibling lives in Canada",
    ],
    goodExample:
      "Both birth certificates, your sibling's passport or PR card, and a recent bill or lease in Canada.",
    commonFaults: [
      {
        code: "no_residence",
        label: "Residence in Canada not shown",
        clientMessage: "Please add something recent that shows your sibling lives in Canada.",
      },
    ],
  },
  relative: {
    responsible: "client",
    acceptancePoints: [
      "Papers that link the relative step by step",
      "Proof that the relative is a citizen or permanent resident, 18 or over",
      "Recent proof that the relative lives in Canada",
    ],
    goodExample:
      "Birth and marriage certificates that link you, the relative's PR card or passport, and a recent bill in Canada.",
    commonFaults: [
      {
        code: "link_missing",
        label: "A link is missing",
        clientMessage: "One step between you and your relative is not shown. Please add that certificate.",
      },
    ],
  },
  name_change: {
    responsible: "client",
    acceptancePoints: ["Shows the old and the new name", "Official paper or sworn statement"],
    goodExample: "The legal change of name, marriage certificate or sworn statement that shows both names.",
    commonFaults: [
      {
        code: "one_name",
        label: "Does not link the names",
        clientMessage: "The paper has to show both names. Please send one that does.",
      },
    ],
  },
} satisfies Partial<Record<DocumentKind, KindWords>>;
