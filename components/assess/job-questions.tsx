"use client";

import { useTranslations } from "use-intl/react";
import type { ListPath } from "@/lib/enquiries/types";
import { OccupationQuestion } from "./occupation-question";
import { CountryQuestion, DateQuestion, TextQuestion, YesNoQuestion } from "./questions";
import { RowList } from "./row-list";
import { useAnswers } from "./use-draft";

/** The jobs of one list: in Canada with what makes them count there, or elsewhere with the country. */
export function JobQuestions({ list }: { list: Exclude<ListPath, "education"> }) {
  const t = useTranslations("assess.work");
  const { answers } = useAnswers();
  const [place] = list.split(".") as ["canada" | "abroad" | "partner"];
  const { jobs } = answers[place];
  return (
    <RowList
      list={list}
      count={jobs.length}
      least={place === "partner" ? 0 : 1}
      words={{
        row: (number) => t("row", { number }),
        remove: (number) => t("remove", { number }),
        add: t(jobs.length === 0 ? "addFirst" : "add"),
      }}
    >
      {(index) => <JobRow at={`${place}.jobs.${index}`} abroad={place === "abroad"} />}
    </RowList>
  );
}

function JobRow({
  at,
  abroad,
}: {
  at: `${"canada" | "abroad" | "partner"}.jobs.${number}`;
  abroad: boolean;
}) {
  const t = useTranslations("assess.work");
  return (
    <>
      <TextQuestion path={`${at}.title`} label={t("title")} autoComplete="organization-title" />
      <OccupationQuestion
        path={`${at}.nocCode`}
        label={t("occupation")}
        hint={t("occupationHint")}
        optional
      />
      {abroad && <CountryQuestion path={`${at}.country`} label={t("country")} without="CA" />}
      <TextQuestion path={`${at}.hours`} label={t("hours")} keys="decimal" narrow />
      <DateQuestion path={`${at}.from`} label={t("from")} />
      <DateQuestion path={`${at}.to`} label={t("to")} hint={t("toHint")} optional />
      <YesNoQuestion path={`${at}.selfEmployed`} label={t("selfEmployed")} />
      {!abroad && (
        <>
          <YesNoQuestion path={`${at}.authorized`} label={t("authorized")} />
          <YesNoQuestion path={`${at}.duringStudy`} label={t("duringStudy")} />
        </>
      )}
    </>
  );
}
