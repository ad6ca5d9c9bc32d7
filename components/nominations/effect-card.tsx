import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { StatCells, type Stat } from "@/components/ui/stat-cells";
import { ROUND_PROGRAM_LABELS } from "@/lib/draws/rules";
import { formatDate } from "@/lib/format/dates";
import { provinceName } from "@/lib/nominations/catalogue/rules";
import type { CutOff, NominationEffect } from "@/lib/nominations/types";

function classWords(classes: readonly string[]): string {
  const labels: Readonly<Record<string, string>> = ROUND_PROGRAM_LABELS;
  return classes.map((one) => labels[one] ?? one).join(", ") || "none by the facts";
}

function marginWords({ margin, lowestCrs, date }: CutOff): string {
  const distance = margin >= 0 ? `${margin} over` : `${-margin} short of`;
  return `${distance} ${lowestCrs}, ${formatDate(date)}`;
}

function bestOf(rounds: readonly CutOff[]): CutOff | null {
  return rounds.toSorted((a, b) => b.margin - a.margin)[0] ?? null;
}

function cellsOf({ before, after, inForce, profileScore }: NominationEffect): Stat[] {
  const nearest = bestOf(before.rounds);
  const whose = profileScore === null ? "by the facts" : "as IRCC scores the profile";
  return [
    {
      label: inForce ? "Score without it" : "Score now",
      value: before.score,
      reason: nearest ? `${nearest.label}: ${marginWords(nearest)}` : "no round of theirs in a year",
    },
    {
      label: inForce ? "Score with it" : "Score once accepted",
      value: after.score,
      aside: `+${after.score - before.score}`,
      reason: after.round ? `latest round of nominees: ${marginWords(after.round)}` : whose,
    },
  ];
}

/** Rounds in which a nominee no longer competes: a nominee is invited as a nominee only. */
function LostRounds({ effect }: { effect: NominationEffect }) {
  const { before, inForce } = effect;
  const lost = before.classes.filter((one) => one !== "PNP");
  if (lost.length === 0) return null;
  return (
    <p>
      {inForce ? "The profile is invited" : "Once accepted, the profile is invited"} in rounds of the
      Provincial Nominee Program alone (IRPA 10.1(1.1)), no longer under: {classWords(lost)}.
    </p>
  );
}

/** What a nomination does to the score, the class and the next round: shown before it is accepted, and after. */
export function EffectCard({ effect }: { effect: NominationEffect }) {
  const { province, obstacles, inForce, superseded, profileScore } = effect;
  const name = provinceName(province);
  return (
    <Card labelledBy="effect">
      <CardHeader
        id="effect"
        title={inForce ? `What ${name}’s nomination does` : `What a nomination by ${name} would do`}
      />
      <CardBody className="space-y-3">
        <StatCells items={cellsOf(effect)} />
        <LostRounds effect={effect} />
        {obstacles.length > 0 && (
          <Notice tone="watch" title="The nominee class does not take the person yet">
            <ul>
              {obstacles.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Notice>
        )}
        {superseded !== null && (
          <p className="text-sm text-ink-2">
            {profileScore === null
              ? superseded
              : "The score is the profile’s own, as it was recorded; what the nomination adds is computed. "}
            {profileScore === null ? null : superseded}
          </p>
        )}
      </CardBody>
    </Card>
  );
}
