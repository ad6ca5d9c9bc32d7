import { EffectCard } from "@/components/nominations/effect-card";
import { FittingStreams } from "@/components/nominations/fitting-streams";
import { StartCard } from "@/components/nominations/start-forms";
import { TrackCard } from "@/components/nominations/track-card";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadCaseHeader } from "@/lib/cases/loaders";
import { loadNominationPage } from "@/lib/nominations/track/loaders";

interface NominationPageProps {
  params: Promise<{ number: string }>;
}

/** Provincial nomination beside the pool: what was recorded, what is next, what it does to the score. */
export default async function NominationPage({ params }: NominationPageProps) {
  const file = await loadCaseHeader((await params).number);
  const page = await loadNominationPage(file.id);
  const { tracks, allowed, effect, approachable } = page;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_28rem]">
      <div className="space-y-4">
        {tracks.map((track) => (
          <TrackCard key={track.id} page={page} track={track} />
        ))}
        {tracks.length === 0 && !allowed.start && (
          <Card>
            <EmptyState title="No nomination recorded">
              A province is approached between the signed agreement and the application to IRCC.
            </EmptyState>
          </Card>
        )}
        <StartCard page={page} />
      </div>
      <div className="space-y-4">
        {effect && <EffectCard effect={effect} />}
        {approachable && <FittingStreams page={page} />}
      </div>
    </div>
  );
}
