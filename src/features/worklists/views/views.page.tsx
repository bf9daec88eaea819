/** Saved lists above the list, the way to save one more, and the page where they are renamed and removed. */
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button } from "#ui/button/button.tsx";
import { Details } from "#ui/details/details.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { ErrorSummary, type Fault } from "#ui/error-summary/error-summary.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import { worklistPaths } from "../paths.ts";
import type { Queue } from "../queue.ts";
import { isQueue } from "../queue.ts";
import { workTexts } from "../staff/texts.ts";
import { mostViews, type ViewRow } from "../views.queries.ts";
import { viewTexts } from "./texts.ts";
import { longestName } from "./views.ts";

export const viewName = "ten";
export const newNameId = (place: number) => `ten-${place}`;

export function viewHref({ queue, procedureCode }: Pick<ViewRow, "queue" | "procedureCode">): string {
  return worklistPaths.work(undefined, { ds: queue, tt: procedureCode });
}

export function SavedViews({
  views,
  language,
  queue,
  procedure,
}: {
  readonly views: readonly ViewRow[];
  readonly language: Language;
  readonly queue: Queue;
  readonly procedure: string;
}) {
  if (views.length === 0) return null;
  const t = viewTexts(language);
  return (
    <nav class="saved-views" aria-label={t.label}>
      <span class="saved-views-label" aria-hidden="true">
        {t.label}:
      </span>
      <ul>
        {views.map((view) => (
          <li>
            <a
              href={viewHref(view)}
              aria-current={view.queue === queue && view.procedureCode === procedure ? "page" : undefined}
            >
              {view.name}
            </a>
          </li>
        ))}
      </ul>
      <a href={worklistPaths.views()}>{t.edit}</a>
    </nav>
  );
}

export function SaveView({
  language,
  queue,
  procedure,
}: {
  readonly language: Language;
  readonly queue: Queue;
  readonly procedure: string;
}) {
  const t = viewTexts(language);
  return (
    <Details summary={t.save}>
      <SaveForm language={language} queue={queue} procedure={procedure} typed="" error={undefined} />
    </Details>
  );
}

function SaveForm({
  language,
  queue,
  procedure,
  typed,
  error,
}: {
  readonly language: Language;
  readonly queue: Queue;
  readonly procedure: string;
  readonly typed: string;
  readonly error: Child;
}) {
  const t = viewTexts(language);
  return (
    <form method="post" action={worklistPaths.views()}>
      <input type="hidden" name="ds" value={queue} />
      <input type="hidden" name="tt" value={procedure} />
      <TextInput
        name={viewName}
        language={language}
        label={t.name}
        hint={t.saveHint}
        value={typed}
        width={20}
        maxlength={longestName}
        autocomplete="off"
        error={error}
      />
      <Button kind="secondary">{t.press}</Button>
    </form>
  );
}

export type ViewsProps = {
  readonly language: Language;
  readonly views: readonly ViewRow[];
  readonly procedureName: (code: string) => string;
  readonly faults: readonly Fault[];
  /** A list that could not be saved, with what was typed. */
  readonly unsaved: { readonly queue: Queue; readonly procedure: string; readonly typed: string } | null;
  /** A new name that was refused, by the place of its list. */
  readonly renaming: { readonly place: number; readonly typed: string } | null;
};

export function ViewsMain({ language, views, procedureName, faults, unsaved, renaming }: ViewsProps) {
  const t = viewTexts(language);
  const { queues } = workTexts(language);
  const errorAt = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.message;
  return (
    <>
      <ErrorSummary language={language} faults={faults} />
      <h1>{t.title}</h1>
      {unsaved !== null && <SaveForm language={language} {...unsaved} error={errorAt(viewName)} />}
      {views.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <>
          <p>{t.lead(views.length, mostViews)}</p>
          <ul class="together-list">
            {views.map((view) => (
              <li>
                <p class="together-person">
                  <a href={viewHref(view)}>{view.name}</a>
                </p>
                <p class="work-second">
                  {t.of(
                    isQueue(view.queue) ? queues[view.queue] : view.queue,
                    view.procedureCode === "" ? "" : procedureName(view.procedureCode),
                  )}
                </p>
                <div class="view-forms">
                  <form method="post" action={worklistPaths.view({ place: String(view.place) })}>
                    <TextInput
                      id={newNameId(view.place)}
                      name={viewName}
                      language={language}
                      label={t.newName(view.name)}
                      value={renaming?.place === view.place ? renaming.typed : view.name}
                      width={20}
                      maxlength={longestName}
                      autocomplete="off"
                      error={errorAt(newNameId(view.place))}
                    />
                    <Button kind="secondary">{t.rename}</Button>
                  </form>
                  <form method="post" action={worklistPaths.viewRemoved({ place: String(view.place) })}>
                    <Button kind="quiet" label={t.removeIt(view.name)}>
                      {t.remove}
                    </Button>
                  </form>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
