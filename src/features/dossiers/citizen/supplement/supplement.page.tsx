/** What the city asked for, and the parts of the dossier in which it is answered. */
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Details } from "#ui/details/details.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { type Task, TaskList } from "#ui/task-list/task-list.tsx";
import { isNothing } from "../../content-changes.ts";
import { dossierPaths } from "../../paths.ts";
import { type ApplyTask, tasksOf } from "../apply/application.ts";
import type { Supplement } from "./open-supplement.ts";
import { faultText } from "./reminder.tsx";
import { supplementTexts } from "./texts/index.ts";

export function SupplementPage({
  supplement,
  language,
}: {
  readonly supplement: Supplement;
  readonly language: Language;
}) {
  const t = supplementTexts(language);
  const { view, faults, changes, links, savedAt, asked } = supplement;
  const hasChanges = !isNothing(changes);
  return (
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Notice language={language} kind="warning" title={t.askedFor}>
        <ul>
          {faults.map((fault) => (
            <li>
              {fault.componentKey !== undefined && asked.has(fault.componentKey) ? (
                <a href={`${links.page({ of: "files" })}#${fault.componentKey}`}>{faultText(view, fault)}</a>
              ) : (
                faultText(view, fault)
              )}
            </li>
          ))}
        </ul>
        <p>{t.once}</p>
      </Notice>
      <h2>{t.parts}</h2>
      <TaskList
        language={language}
        showCount={false}
        tasks={[
          ...filesFirst(tasksOf(supplement.application)).map((task, at) => taskOf(supplement, task, at, language)),
          {
            id: "task-check",
            title: t.check,
            state: hasChanges ? "notStarted" : "cannotStart",
            href: hasChanges ? links.check : undefined,
            hint: hasChanges ? undefined : t.checkHint,
          },
        ]}
      />
      {savedAt !== undefined && (
        <>
          <p class="quiet">{t.savedAt(formatInstant(savedAt))}</p>
          <Details summary={t.startAgain}>
            <p>{t.startAgainHint}</p>
            <form method="post" action={dossierPaths.supplementDiscard({ code: view.dossier.code })}>
              <Button kind="warning">{t.startAgainYes}</Button>
            </form>
          </Details>
        </>
      )}
    </>
  );
}

/** Most supplements are papers. */
function filesFirst(tasks: readonly ApplyTask[]): readonly ApplyTask[] {
  return [...tasks.filter(({ page }) => page.of === "files"), ...tasks.filter(({ page }) => page.of !== "files")];
}

function taskOf(supplement: Supplement, { page, state, faults }: ApplyTask, at: number, language: Language): Task {
  const t = supplementTexts(language);
  const { changes, links } = supplement;
  const common = { id: `task-${at + 1}`, href: links.page(page) };
  if (page.of === "files") {
    const waiting = papersWaitedFor(supplement).length;
    const isChanged = changes.files.length > 0;
    return {
      ...common,
      title: t.files,
      state: state === "needsFix" ? "needsFix" : waiting > 0 ? "notStarted" : isChanged ? "changed" : "unchanged",
      hint: waiting > 0 ? t.filesAsked(waiting) : undefined,
    };
  }
  const changed = changes.answers.filter(({ group }) => group.key === page.group.key).length;
  return {
    ...common,
    title: page.group.heading[language],
    state: state !== "done" ? "needsFix" : changed > 0 ? "changed" : "unchanged",
    hint: state !== "done" ? t.toFix(faults) : changed > 0 ? t.changed(changed) : undefined,
  };
}

/** The papers the city asked for to which nothing was added yet. */
export function papersWaitedFor({ asked, changes }: Supplement): readonly string[] {
  const answered = new Set(
    changes.files.flatMap(({ componentKey, added }) => (added.length > 0 ? [componentKey] : [])),
  );
  return [...asked.keys()].filter((componentKey) => !answered.has(componentKey));
}
