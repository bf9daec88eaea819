/** What would be sent, before it is: each change with what stood there, and the whole for those who want to see it. */
import type { UploadedFile } from "#features/documents/index.ts";
import { AnswersSummary, type AnswerValue, answerText, askedAnswers, shownGroups } from "#features/eforms/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button } from "#ui/button/button.tsx";
import { Details } from "#ui/details/details.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import { isNothing } from "../../content-changes.ts";
import { dossierPaths } from "../../paths.ts";
import { papersOf, tasksOf } from "../apply/application.ts";
import { fileNames, ProblemList } from "../apply/check.page.tsx";
import { pageTitle } from "../apply/tasks.page.tsx";
import { applyTexts } from "../apply/texts/index.ts";
import { componentName } from "../following.tsx";
import type { Supplement } from "./open-supplement.ts";
import { papersWaitedFor } from "./supplement.page.tsx";
import { type SupplementTexts, supplementTexts } from "./texts/index.ts";

export type CheckSupplementProps = {
  readonly supplement: Supplement;
  readonly language: Language;
  readonly uploads: ReadonlyMap<string, UploadedFile>;
  /** What the city answered when it was sent, if it was not taken. */
  readonly refused: readonly { readonly message: string; readonly href?: string | undefined }[];
};

export function CheckSupplementPage(props: CheckSupplementProps) {
  const { supplement, language, refused } = props;
  const { view, application, changes, links } = supplement;
  const t = supplementTexts(language);
  const unfinished = tasksOf(application).filter((task) => task.state !== "done");
  const waiting = papersWaitedFor(supplement);
  const hasChanges = !isNothing(changes);
  const problems = [
    ...refused,
    ...unfinished.map(({ page, faults }) => ({
      message: t.part(pageTitle(page, applyTexts(language), language), faults),
      href: links.page(page),
    })),
  ];
  return (
    <>
      {problems.length > 0 && (
        <ProblemList language={language} title={t.incomplete}>
          {problems.map(({ message, href }) => (
            <li>{href ? <a href={href}>{message}</a> : message}</li>
          ))}
        </ProblemList>
      )}
      <h1>{t.checkTitle}</h1>
      {hasChanges ? <p class="lead">{t.checkLead}</p> : <Notice language={language}>{t.nothingChanged}</Notice>}
      {waiting.length > 0 && (
        <Notice language={language} kind="warning" title={t.notAnswered}>
          <ul>
            {waiting.map((componentKey) => (
              <li>
                <a href={`${links.page({ of: "files" })}#${componentKey}`}>{componentName(view, componentKey)}</a>
              </li>
            ))}
          </ul>
          <p>{t.notAnsweredHint}</p>
        </Notice>
      )}
      <Changes {...props} t={t} />
      <Details summary={t.all}>
        <Whole {...props} />
      </Details>
      {hasChanges && unfinished.length === 0 && (
        <form method="post" action={dossierPaths.supplement({ code: view.dossier.code })}>
          <input type="hidden" name="seenEvent" value={view.dossier.eventCount} />
          <p>{t.declaration}</p>
          <Button>{t.send}</Button>
        </form>
      )}
    </>
  );
}

function Changes({ supplement, language, uploads, t }: CheckSupplementProps & { readonly t: SupplementTexts }) {
  const { changes, links, view } = supplement;
  const names = (ids: readonly string[]) => ids.map((id) => uploads.get(id)?.name ?? id).join(", ");
  return (
    <>
      {changes.answers.length > 0 && (
        <SummaryList
          language={language}
          title={t.answers}
          rows={changes.answers.map(({ field, group, before, after }) => {
            const text = (value: AnswerValue | undefined) =>
              value === undefined ? t.nothing : answerText(field, value, language);
            return {
              key: `${group.heading[language]}: ${field.label[language]}`,
              value: <BeforeAfter before={text(before)} after={text(after)} t={t} />,
              changeHref: links.page({ of: "form", group }),
            };
          })}
        />
      )}
      {changes.files.length > 0 && (
        <SummaryList
          language={language}
          title={t.files}
          rows={changes.files.map(({ componentKey, added, removed }) => ({
            key: componentName(view, componentKey) ?? componentKey,
            value: (
              <>
                {added.length > 0 && <p>{t.added(names(added))}</p>}
                {removed.length > 0 && <p class="quiet">{t.removed(names(removed))}</p>}
              </>
            ),
            changeHref: `${links.page({ of: "files" })}#${componentKey}`,
          }))}
        />
      )}
    </>
  );
}

function BeforeAfter({
  before,
  after,
  t,
}: {
  readonly before: Child;
  readonly after: Child;
  readonly t: SupplementTexts;
}) {
  return (
    <>
      <p class="quiet">
        {t.before}: {before}
      </p>
      <p>
        {t.after}: <strong>{after}</strong>
      </p>
    </>
  );
}

function Whole({ supplement, language, uploads }: CheckSupplementProps) {
  const { application, links } = supplement;
  const { form, content, version } = application;
  const papers = papersOf(version.definition).filter(({ componentKey }) => content.files[componentKey] !== undefined);
  return (
    <>
      {shownGroups(form, askedAnswers(form, content.answers)).map((group) => (
        <AnswersSummary
          group={group}
          answers={content.answers}
          language={language}
          changeHref={links.page({ of: "form", group })}
        />
      ))}
      <SummaryList
        language={language}
        title={supplementTexts(language).files}
        rows={papers.map(({ componentKey, name }) => ({
          key: name,
          value: fileNames(content.files[componentKey] ?? [], uploads),
          changeHref: `${links.page({ of: "files" })}#${componentKey}`,
        }))}
      />
    </>
  );
}
