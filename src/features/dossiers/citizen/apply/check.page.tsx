import type { UploadedFile } from "#features/documents/index.ts";
import { AnswersSummary, askedAnswers, shownGroups, warningsOf } from "#features/eforms/index.ts";
import { authorityName, type Unit } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button, ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import { type ApplyTask, papersOf } from "./application.ts";
import type { Opened } from "./open-application.ts";
import { applyPaths } from "./paths.ts";
import { pageTitle } from "./tasks.page.tsx";
import type { ApplyTexts } from "./texts/index.ts";

export type CheckPageProps = {
  readonly t: ApplyTexts;
  readonly language: Language;
  readonly opened: Opened;
  readonly tasks: readonly ApplyTask[];
  readonly uploads: ReadonlyMap<string, UploadedFile>;
  readonly receivingUnit: Unit | undefined;
  /** What the city answered when it was sent, if it was not taken. */
  readonly refused: readonly { readonly message: string; readonly href?: string | undefined }[];
  readonly signInHref: string | undefined;
};

/** Everything once more before it is sent, each answer with a way back. */
export function CheckPage(props: CheckPageProps) {
  const { t, language, opened, tasks, uploads, receivingUnit, refused, signInHref } = props;
  const { application, draft, links } = opened;
  const { version, about, form, content, today } = application;
  const unfinished = tasks.filter((task) => task.state !== "done");
  const answers = askedAnswers(form, content.answers);
  const warnings = warningsOf(form, answers, today);
  const fileRows = papersOf(version.definition)
    .map((paper) => ({ paper, ids: content.files[paper.componentKey] ?? [] }))
    .filter(({ paper, ids }) => paper.required || ids.length > 0)
    .sort((a, b) => Number(b.paper.required) - Number(a.paper.required));
  return (
    <>
      {refused.length > 0 && (
        <ProblemList language={language} title={t.check.incomplete}>
          {refused.map(({ message, href }) => (
            <li>{href ? <a href={href}>{message}</a> : message}</li>
          ))}
        </ProblemList>
      )}
      {refused.length === 0 && unfinished.length > 0 && (
        <ProblemList language={language} title={t.check.incomplete}>
          {unfinished.map((task) => (
            <li>
              <a href={links.page(task.page)}>{t.check.part(pageTitle(task.page, t, language), task.faults)}</a>
            </li>
          ))}
        </ProblemList>
      )}
      <h1>{t.check.heading}</h1>
      <p class="lead">{language === "vi" ? version.definition.name : version.definition.nameEn}</p>
      {receivingUnit && (
        <SummaryList
          language={language}
          title={t.check.where}
          rows={[
            {
              key: t.unit.label,
              value: authorityName(receivingUnit, language),
              ...(about.settled.unitCode === undefined
                ? { changeHref: applyPaths.about({ draft: draft.id, page: "noi-nop" }) }
                : {}),
            },
          ]}
        />
      )}
      {about.form.groups
        .filter((group) => group.key !== "noi-nop")
        .map((group) => (
          <AnswersSummary
            group={group}
            answers={content.about}
            language={language}
            changeHref={links.page({ of: "about", group })}
            warnings={warningsOf(about.form, content.about, today)}
          />
        ))}
      {shownGroups(form, answers).map((group) => (
        <AnswersSummary
          group={group}
          answers={content.answers}
          language={language}
          changeHref={links.page({ of: "form", group })}
          warnings={warnings}
        />
      ))}
      {fileRows.length > 0 && (
        <SummaryList
          language={language}
          title={t.check.files}
          rows={fileRows.map(({ paper, ids }) => ({
            key: paper.name,
            value: ids.length === 0 ? t.check.noFile : fileNames(ids, uploads),
            changeHref: `${links.page({ of: "files" })}#${paper.componentKey}`,
          }))}
        />
      )}
      {unfinished.length === 0 && (
        <form method="post" action={applyPaths.send({ draft: draft.id })}>
          <p>{t.check.declaration}</p>
          <p class="quiet">{t.check.consent}</p>
          <ButtonGroup>
            {signInHref ? (
              <LinkButton href={signInHref}>{t.check.signInToSend}</LinkButton>
            ) : (
              <Button>{t.check.send}</Button>
            )}
          </ButtonGroup>
          <p class="quiet">{t.check.recall}</p>
        </form>
      )}
    </>
  );
}

export function fileNames(ids: readonly string[], uploads: ReadonlyMap<string, UploadedFile>): Child {
  return (
    <ul class="plain-list">
      {ids.map((id) => (
        <li>{uploads.get(id)?.name ?? id}</li>
      ))}
    </ul>
  );
}

export function ProblemList({ language, title, children }: { language: Language; title: string; children: Child }) {
  return (
    <Notice language={language} kind="problem" title={title} isNews>
      <ul>{children}</ul>
    </Notice>
  );
}
