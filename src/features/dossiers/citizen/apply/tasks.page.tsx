import { dayOf, formatDay, formatInstant, type Language } from "#foundation/i18n/index.ts";
import { Button, ButtonGroup } from "#ui/button/button.tsx";
import { Details } from "#ui/details/details.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { TaskList } from "#ui/task-list/task-list.tsx";
import type { ApplyPage, ApplyTask } from "./application.ts";
import type { Opened } from "./open-application.ts";
import { applyPaths } from "./paths.ts";
import type { ApplyTexts } from "./texts/index.ts";

export function pageTitle(page: ApplyPage, t: ApplyTexts, language: Language): string {
  return page.of === "files" ? t.tasks.files : page.group.heading[language];
}

export type TasksPageProps = {
  readonly t: ApplyTexts;
  readonly language: Language;
  readonly opened: Opened;
  readonly tasks: readonly ApplyTask[];
  /** For somebody without an account: the link to go on later, and where to sign in. */
  readonly resume: { readonly href: string; readonly signInHref: string } | undefined;
};

/** The dossier as its parts, each with its state in a word. */
export function TasksPage({ t, language, opened, tasks, resume }: TasksPageProps) {
  const { application, draft, links, isNewVersion } = opened;
  const { definition } = application.version;
  const allDone = tasks.every((task) => task.state === "done");
  return (
    <>
      <h1>{t.tasks.heading}</h1>
      <p class="lead">{language === "vi" ? definition.name : definition.nameEn}</p>
      {isNewVersion && (
        <Notice language={language} kind="warning">
          <p>{t.tasks.newVersion}</p>
        </Notice>
      )}
      <TaskList
        language={language}
        tasks={[
          ...tasks.map((task, at) => ({
            id: `task-${at + 1}`,
            title: pageTitle(task.page, t, language),
            state: task.state,
            href: links.page(task.page),
            hint: task.state === "needsFix" && task.faults > 0 ? t.tasks.toFix(task.faults) : undefined,
          })),
          {
            id: "task-check",
            title: t.tasks.check,
            state: allDone ? ("notStarted" as const) : ("cannotStart" as const),
            href: allDone ? links.check : undefined,
            hint: allDone ? undefined : t.tasks.checkHint,
          },
        ]}
      />
      <p class="quiet">
        {t.tasks.savedAt(formatInstant(draft.savedAt))}. {t.tasks.keptUntil(formatDay(dayOf(draft.expiresAt)))}
      </p>
      {resume && (
        <Notice language={language} title={t.tasks.resumeTitle}>
          <p>{t.tasks.resumeHint}</p>
          <p class="apply-link">
            <a href={resume.href}>{resume.href}</a>
          </p>
          <p>{t.tasks.resumeWarning}</p>
          <p>
            <a href={resume.signInHref}>{t.tasks.signInToKeep}</a>
          </p>
        </Notice>
      )}
      <Details summary={t.tasks.discard}>
        <p>{t.tasks.discardHint}</p>
        <form method="post" action={applyPaths.discard({ draft: draft.id })}>
          <ButtonGroup>
            <Button kind="warning">{t.tasks.discardYes}</Button>
          </ButtonGroup>
        </form>
      </Details>
    </>
  );
}
