"use client";

import { useTranslations } from "use-intl/react";
import { isTemporary } from "@/lib/enquiries/facts/rules";
import { hasPartner, withRow } from "@/lib/enquiries/rules";
import type { Answers, StepId, YesNo } from "@/lib/enquiries/types";
import {
  ARRANGED_EMPLOYMENTS,
  MARITAL_STATUSES,
  PROVINCES,
  STATUSES_IN_CANADA,
} from "@/lib/express-entry/facts";
import { EducationQuestions } from "./education-questions";
import { JobQuestions } from "./job-questions";
import { LanguageQuestions } from "./language-questions";
import { OccupationQuestion } from "./occupation-question";
import {
  ChoiceQuestion,
  CountryQuestion,
  DateQuestion,
  SelectQuestion,
  TextQuestion,
  YesNoQuestion,
} from "./questions";
import { RowList } from "./row-list";
import { useAnswer, useAnswers } from "./use-draft";

function You() {
  const t = useTranslations("assess");
  const { answers } = useAnswers();
  const inCanada = answers.you.livesIn === "CA";
  return (
    <>
      <DateQuestion path="you.birthDate" label={t("you.birthDate")} autoComplete="bday" />
      <CountryQuestion path="you.citizenship" label={t("you.citizenship")} optional />
      <CountryQuestion path="you.livesIn" label={t("you.livesIn")} />
      {inCanada && (
        <SelectQuestion
          path="you.status"
          label={t("you.status")}
          options={STATUSES_IN_CANADA.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
      )}
      {inCanada && isTemporary(answers.you.status) && (
        <DateQuestion
          path="you.statusEndsOn"
          label={t("you.statusEndsOn")}
          hint={t("you.statusHint")}
          optional
        />
      )}
    </>
  );
}

function Family() {
  const t = useTranslations("assess");
  const { answers } = useAnswers();
  return (
    <>
      <SelectQuestion
        path="family.maritalStatus"
        label={t("family.maritalStatus")}
        options={MARITAL_STATUSES.map((status) => ({ value: status, label: t(`marital.${status}`) }))}
      />
      {hasPartner(answers) && (
        <>
          <DateQuestion
            path="family.unionSince"
            label={t("family.unionSince")}
            hint={t("family.unionSinceHint")}
          />
          <YesNoQuestion path="family.partnerComes" label={t("family.partnerComes")} />
          <SelectQuestion
            path="family.partnerStatus"
            label={t("family.partnerStatus")}
            options={STATUSES_IN_CANADA.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          />
        </>
      )}
      <TextQuestion
        path="family.children"
        label={t("family.children")}
        hint={t("family.childrenHint")}
        keys="numeric"
        narrow
      />
    </>
  );
}

function Partner() {
  const t = useTranslations("assess.partner");
  const part = "border-t border-line pt-5 text-md font-semibold";
  return (
    <>
      <p className="text-ink-2">{t("intro")}</p>
      <h2 className={part}>{t("language")}</h2>
      <LanguageQuestions whose="partner" />
      <h2 className={part}>{t("education")}</h2>
      <EducationQuestions at="partner.education" />
      <h2 className={part}>{t("work")}</h2>
      <JobQuestions list="partner.jobs" />
    </>
  );
}

function Education() {
  const t = useTranslations("assess.education");
  const { answers } = useAnswers();
  return (
    <>
      <p className="text-ink-2">{t("intro")}</p>
      <RowList
        list="education"
        count={answers.education.length}
        least={1}
        words={{
          row: (number) => t("row", { number }),
          remove: (number) => t("remove", { number }),
          add: t("add"),
        }}
      >
        {(index) => <EducationQuestions at={`education.${index}`} />}
      </RowList>
    </>
  );
}

/** The first job stands open as soon as somebody says that they worked. */
function Work({ place }: { place: "canada" | "abroad" }) {
  const t = useTranslations("assess");
  const { answers, setAnswers } = useAnswers();
  const { worked, jobs } = answers[place];
  const answered = (all: Answers, value: YesNo): Answers => {
    const next = { ...all, [place]: { ...all[place], worked: value } };
    return value === "yes" && jobs.length === 0 ? withRow(next, `${place}.jobs`) : next;
  };
  return (
    <>
      <ChoiceQuestion
        path={`${place}.worked`}
        label={t(`work.${place}`)}
        options={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        onChoose={(value) => setAnswers((all) => answered(all, value === "yes" ? "yes" : "no"))}
      />
      {worked === "yes" && <JobQuestions list={`${place}.jobs`} />}
    </>
  );
}

function More() {
  const t = useTranslations("assess");
  const { value: nominated } = useAnswer("more.nominated");
  const { value: certified } = useAnswer("more.certified");
  const { value: offered } = useAnswer("more.offered");
  const provinces = PROVINCES.map((code) => ({ value: code, label: t(`provinces.${code}`) }));
  return (
    <>
      <SelectQuestion
        path="more.province"
        label={t("more.province")}
        hint={t("more.provinceHint")}
        options={[{ value: "ANY", label: t("more.anywhere") }, ...provinces]}
      />
      <TextQuestion
        path="more.funds"
        label={t("more.funds")}
        hint={t("more.fundsHint")}
        keys="decimal"
        narrow
        optional
      />
      <YesNoQuestion path="more.sibling" label={t("more.sibling")} unsure />
      <YesNoQuestion path="more.relative" label={t("more.relative")} hint={t("more.relativeHint")} unsure />
      <YesNoQuestion path="more.nominated" label={t("more.nominated")} unsure />
      {nominated === "yes" && (
        <>
          <SelectQuestion path="more.nominatedBy" label={t("more.nominatedBy")} options={provinces} />
          <DateQuestion path="more.nominatedOn" label={t("more.nominatedOn")} />
          <DateQuestion
            path="more.nominationAcceptedOn"
            label={t("more.nominationAcceptedOn")}
            hint={t("more.nominationAcceptedOnHint")}
            optional
          />
        </>
      )}
      <YesNoQuestion path="more.certified" label={t("more.certified")} unsure />
      {certified === "yes" && (
        <>
          <OccupationQuestion path="more.certificateNoc" label={t("more.certificateNoc")} />
          <SelectQuestion path="more.certificateBy" label={t("more.certificateBy")} options={provinces} />
          <DateQuestion path="more.certificateOn" label={t("more.certificateOn")} />
        </>
      )}
      <YesNoQuestion path="more.offered" label={t("more.offered")} unsure />
      {offered === "yes" && (
        <>
          <OccupationQuestion path="more.offerNoc" label={t("more.offerNoc")} />
          <SelectQuestion
            path="more.offerKind"
            label={t("more.offerKind")}
            options={ARRANGED_EMPLOYMENTS.map((kind) => ({ value: kind, label: t(`offers.${kind}`) }))}
            optional
          />
        </>
      )}
    </>
  );
}

/** The questions of one step. */
export function StepQuestions({ step }: { step: StepId }) {
  switch (step) {
    case "you":
      return <You />;
    case "family":
      return <Family />;
    case "partner":
      return <Partner />;
    case "english":
    case "french":
      return <LanguageQuestions whose={step} />;
    case "education":
      return <Education />;
    case "canada":
    case "abroad":
      return <Work place={step} />;
    case "more":
      return <More />;
  }
}
