import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { PoolTabs } from "@/components/nominations/pool-tabs";
import { RadarCard } from "@/components/profiles/radar-card";
import { FilterChips } from "@/components/ui/filter-chips";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/quantities";
import { loadRadar } from "@/lib/profiles/radar/loaders";
import { RADAR_DAYS } from "@/lib/profiles/radar/types";

export const metadata: Metadata = { title: "Score radar" };

interface RadarProps {
  searchParams: Promise<{ days?: string | string[] }>;
}

/** Who falls below, or rises above, the recent cut-offs, and the one thing that would help. */
export default async function RadarPage({ searchParams }: RadarProps) {
  const { days: asked } = await searchParams;
  const days = RADAR_DAYS.find((known) => String(known) === asked) ?? 90;
  const radar = await loadRadar(days);
  return (
    <>
      <PageHead
        title="Score radar"
        context={`${formatCount(radar.looked, "profile")} against the latest round of each kind`}
      />
      <PoolTabs />
      <div className="mb-4">
        <FilterChips
          label="How far to look"
          items={RADAR_DAYS.map((known) => ({
            href: `/pool/radar?days=${known}`,
            label: `${known} days`,
            current: known === days,
          }))}
        />
      </div>
      {radar.waiting > 0 && (
        <div className="mb-4">
          <Notice tone="info" title={`${formatCount(radar.waiting, "profile")} not looked at yet`}>
            The next re-scoring, within the hour, looks half a year ahead for them.
          </Notice>
        </div>
      )}
      <div className="grid gap-4">
        <RadarCard
          direction="falls"
          detail="reached by the latest cut-off today, not from that day on"
          lines={radar.falls}
          today={radar.today}
          none={`No birthday, test, credential or slipping window takes a client of yours below a recent cut-off within ${days} days.`}
        />
        <RadarCard
          direction="rises"
          detail="by itself, if nothing changes: have the file ready"
          lines={radar.rises}
          today={radar.today}
          none={`No year of work or other change lifts a client of yours over a recent cut-off within ${days} days.`}
        />
      </div>
      {radar.truncated && <p className="mt-2 text-xs text-ink-3">The 200 nearest of each are shown.</p>}
    </>
  );
}
