/** The pages of questions: shown, saved by itself, saved for later, sent back with every fault, or left for the next. */
import type { Context } from "hono";
import {
  type DraftContent,
  GroupForm,
  readPage,
  saveDraft,
  seenMark,
  warningsOf,
  withInitialAnswers,
  withKnownAnswers,
  withPage,
  withVisit,
} from "#features/eforms/index.ts";
import type { AppEnv, Routes } from "#features/identity/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { formatTime } from "#foundation/i18n/index.ts";
import { ownerPage } from "./about-form.ts";
import {
  type Application,
  type ApplyPage,
  findPage,
  nextPage,
  pageFaults,
  partOf,
  tasksOf,
  visitKey,
} from "./application.ts";
import { BackToDraft } from "./back-to-draft.tsx";
import type { ApplyDeps } from "./deps.ts";
import { filledFromOwner } from "./fill-in.ts";
import { applicationFor, draftDepsOf, type Opened, openApplication } from "./open-application.ts";
import { applyPaths } from "./paths.ts";
import { pageHref, pageTitle } from "./tasks.page.tsx";
import { applyTexts } from "./texts/index.ts";

type Boxes = URLSearchParams;
type Questions = Extract<ApplyPage, { readonly of: "about" | "form" }>;

export function declareQuestionPages(routes: Routes, deps: ApplyDeps): void {
  for (const of of ["about", "form"] as const) {
    const { pattern } = applyPaths[of];

    routes.get(pattern, { allow: "anyone", record: "draft.read" }, async (c) => {
      const opened = await openApplication(deps, c, c.req.param("draft") ?? "");
      const page = questionsOf(opened.application, of, c.req.param("page") ?? "");
      return showPage(deps, c, opened, page, { extraRow: c.req.query("them") !== undefined });
    });

    routes.post(pattern, { allow: "anyone", record: "draft.save" }, async (c) => {
      const opened = await openApplication(deps, c, c.req.param("draft") ?? "");
      const page = questionsOf(opened.application, of, c.req.param("page") ?? "");
      const boxes = await readForm(c.req.raw);
      return save(deps, c, opened, page, boxes);
    });
  }
}

function questionsOf(application: Application, of: "about" | "form", key: string): Questions {
  const page = findPage(application, of, key);
  if (page === undefined || page.of === "files") throw new NotFoundError("page of a form", key);
  return page;
}

async function save(
  deps: ApplyDeps,
  c: Context<AppEnv>,
  opened: Opened,
  page: Questions,
  boxes: Boxes,
): Promise<Response> {
  const { draft, holder, application } = opened;
  const language = c.get("language");
  const t = applyTexts(language);
  const act = boxes.get("do");
  const read = readRows(page, boxes);
  const part = partOf(page);
  const change = (content: DraftContent): DraftContent => {
    const place = page.of === "about" ? "about" : "answers";
    const changed = withPage(content, place, read);
    const visited = act === "continue" ? withVisit(changed, visitKey(page)) : changed;
    const isOwner = page.of === "about" && page.group.key === ownerPage;
    if (isOwner) return filledFromOwner(visited, application.about, application.form);
    return { ...visited, answers: withKnownAnswers(application.form, visited.answers) };
  };
  const saved = await saveDraft(draftDepsOf(deps), holder, draft.id, part, boxes.get("seen"), change);

  const isFetch = act === "autosave";
  if (!saved.ok) {
    if (saved.refusal.reason === "gone") throw new NotFoundError("draft", draft.id);
    if (isFetch) return c.json({ reason: saved.refusal.reason }, 409);
    // What was typed here stays in the boxes; the mark is that of what is saved, so a second press decides.
    const present = saved.refusal.draft;
    const typed = { ...opened, draft: { ...present, content: change(present.content) } };
    return showPage(deps, c, typed, page, { seen: seenMark(present.content, part), savedElsewhereAt: present.savedAt });
  }
  const present = saved.value;
  if (isFetch) {
    return c.json({ seen: seenMark(present.content, part), saved: t.savedAt(formatTime(present.savedAt)) });
  }
  const after = { ...opened, draft: present, application: applicationFor(deps, present) };
  if (act === "add") return c.redirect(`${pageHref(draft.id, page)}?them=1`, 303);
  if (boxes.has("remove")) return c.redirect(pageHref(draft.id, page), 303);
  if (act === "save") return c.redirect(applyPaths.draft({ draft: draft.id }), 303);
  const faults = pageFaults(after.application, page);
  if (faults.length > 0) return showPage(deps, c, after, page, { faults });
  const next = nextPage(tasksOf(after.application), page);
  return c.redirect(next ? pageHref(draft.id, next) : applyPaths.check({ draft: draft.id }), 303);
}

/** The page's answers, without the row whose "remove" was pressed. */
function readRows(page: Questions, boxes: Boxes): ReturnType<typeof readPage> {
  const removed = boxes.get("remove");
  if (removed === null) return readPage(page.group, boxes);
  const kept = [...boxes].filter(([name]) => !name.startsWith(`${page.group.key}.${removed}.`));
  return readPage(page.group, new URLSearchParams(kept));
}

type Shown = {
  readonly faults?: ReturnType<typeof pageFaults>;
  readonly seen?: string;
  readonly savedElsewhereAt?: Date;
  readonly extraRow?: boolean;
};

function showPage(deps: ApplyDeps, c: Context<AppEnv>, opened: Opened, page: Questions, shown: Shown): Response {
  const { draft, application } = opened;
  const language = c.get("language");
  const t = applyTexts(language);
  const place = page.of === "about" ? "about" : "answers";
  const answers = draft.content[place];
  const isVisited = draft.content.visited.includes(visitKey(page));
  // A page that was sent once shows its faults whenever it is opened again: that is what "needs fixing" leads to.
  const faults = shown.faults ?? (isVisited ? pageFaults(application, page) : []);
  const definition = page.of === "about" ? application.about.form : application.form;
  return deps.show(c, {
    title: pageTitle(page, t, language),
    hasErrors: faults.length > 0,
    isPrivate: true,
    scripts: ["eforms"],
    status: shown.savedElsewhereAt ? 409 : shown.faults && faults.length > 0 ? 422 : 200,
    before: <BackToDraft draft={draft.id} language={language} />,
    main: (
      <GroupForm
        group={page.group}
        language={language}
        answers={isVisited ? answers : withInitialAnswers(page.group, answers)}
        faults={faults}
        warnings={warningsOf(definition, answers, application.today)}
        action={pageHref(draft.id, page)}
        seen={shown.seen ?? seenMark(draft.content, partOf(page))}
        savedAt={draft.savedAt}
        savedElsewhereAt={shown.savedElsewhereAt}
        extraRow={shown.extraRow}
      />
    ),
  });
}
