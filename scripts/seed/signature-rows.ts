/** The last words before IRCC: the licensee's sign-off with its ledger, and the client's on a copy of the facts. */
import type { CaseFacts } from "@/lib/express-entry/facts";
import { proofFigures } from "@/lib/proof/figures";
import { signedLedger, unprovenWords } from "@/lib/proof/rules";
import type { ProofFigures, ProofLine } from "@/lib/proof/types";
import { composeSheet } from "@/lib/submission/sheet/compose";
import { sheetHash } from "@/lib/submission/sheet/hash";
import { log, type CaseDraft } from "./case-context";
import type { StageEntry } from "./journey";
import type { Invited } from "./pool";

const HOUR_MS = 3_600_000;

/** Signed for where a document that would prove it cannot be had. */
const REASON = "The document cannot be had; what there is instead goes with the letter of explanation.";

/** The checklist with its accepted files, as the ledger reads it. What a file hashes to, only the storage knows. */
function proofLines({ rows, files }: CaseDraft): ProofLine[] {
  return rows.requirement.map((line) => {
    const file = files.findLast(
      ({ requirementId, version }) => requirementId === line.id && version.state === "accepted",
    );
    return {
      ...{ id: line.id, ruleKey: line.ruleKey, title: line.title, state: line.state ?? "to_request" },
      waivedReason: null,
      accepted: file
        ? {
            ...{ versionId: file.version.id, fileName: file.version.fileName, number: file.version.number },
            ...{ sha256: "", at: file.version.reviewedAt ?? file.version.uploadedAt },
          }
        : null,
    };
  });
}

function figuresOf(draft: CaseDraft, facts: CaseFacts, invited: Invited, ready: StageEntry): ProofFigures {
  const round = draft.setting.rounds.find(({ id }) => id === invited.roundId);
  return proofFigures(
    { facts, lines: proofLines(draft), words: [], changedAt: () => null },
    {
      on: ready.on,
      options: { ageOn: invited.on },
      invitationClass: invited.invitationClass,
      cutOff: round
        ? { score: round.lowestCrs, label: round.program, date: round.date, ofInvitation: true }
        : null,
    },
  );
}

/** The ledger of a sign-off; only of files whose documents are really there. */
function addLedger(draft: CaseDraft, signOffId: string, figures: ProofFigures): void {
  const ledger = signedLedger(figures);
  draft.rows.sign_off_proof.push({
    ...{ signOffId, ...draft.ids, claimedPoints: figures.claimed, provenPoints: figures.proven },
    cutOff: figures.cutOff?.score ?? null,
    reason: unprovenWords(figures) === null ? null : REASON,
    ledger: {
      ...ledger,
      facts: ledger.facts.map((fact) => ({
        ...fact,
        papers: fact.papers.map((paper) => ({ ...paper, sha256: null })),
      })),
    },
  });
}

/** The licensee's sign-off, and two hours later the client's word that the facts are true. */
export function addSignatures(
  draft: CaseDraft,
  ready: StageEntry,
  { facts, invited }: { facts: CaseFacts; invited: Invited },
): void {
  const { random, setting, order, ids, clientUserId, rows } = draft;
  const factsVersion = rows.case_file[0]?.factsVersion ?? 1;
  const count = rows.requirement.length;
  const signedAt = new Date(ready.at.getTime() - 2 * HOUR_MS);
  const object = { kind: "case", id: ids.caseId };
  const signOffId = random.id();
  const isDemo = setting.demoPassword !== null;
  const figures = isDemo ? figuresOf(draft, facts, invited, ready) : null;
  rows.sign_off.push({ id: signOffId, ...ids, byUserId: order.owner.id, at: signedAt, factsVersion });
  if (figures) addLedger(draft, signOffId, figures);
  log(draft, signedAt, "submission.signed_off", object, {
    ...{ accepted: count, required: count },
    ...(figures ? { claimed: figures.claimed, proven: figures.proven } : {}),
  });
  if (clientUserId === null) return;
  // A load of very many files keeps the facts alone, as releases before did: writing a sheet takes its time.
  const sheet = figures
    ? composeSheet({ facts, locale: "en", on: ready.on, rulesetId: figures.rulesetId })
    : null;
  rows.client_approval.push({
    ...{ id: random.id(), ...ids, byUserId: clientUserId, at: ready.at, factsVersion, factsShown: facts },
    ...{ sheet, sheetSha256: sheet && sheetHash(sheet) },
  });
  log(draft, ready.at, "submission.approved", object, {}, "client");
}
