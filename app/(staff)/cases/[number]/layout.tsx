import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CaseHead } from "@/components/cases/case-head";
import { CaseTabs } from "@/components/cases/case-tabs";
import { loadAssignees, loadCaseHeader } from "@/lib/cases/loaders";
import { loadProgress } from "@/lib/processing/loaders";

interface CaseLayoutProps {
  params: Promise<{ number: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: CaseLayoutProps): Promise<Metadata> {
  const file = await loadCaseHeader((await params).number);
  return { title: `${file.displayName}, ${file.number}` };
}

/** The head and the tabs of a case; the page below is one of the tabs. */
export default async function CaseLayout({ params, children }: CaseLayoutProps) {
  const file = await loadCaseHeader((await params).number);
  const assignees = file.allowed.assign ? await loadAssignees() : [];
  const progress = file.wasSent && file.allowed.readFacts ? await loadProgress(file.number) : null;
  return (
    <>
      <CaseHead {...{ file, assignees, progress }} />
      <CaseTabs file={file} />
      {children}
    </>
  );
}
