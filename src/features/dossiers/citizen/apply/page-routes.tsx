/** The pages of questions: shown, saved by itself, saved for later, sent back with every fault, or left for the next. */
import type { Context } from "hono";
import {
  type DraftContent,
  GroupForm,
  readPage,
  seenMark,
  warningsOf,
  withInitialAnswers,
  withKnownAnswers,
  withPage,
  withRewrittenAnswers,
  withVisit,
} from "#features/eforms/index.ts";
import type { AppEnv, Routes } from "#features/identity/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { formatTime } from "#foundation/i18n/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
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
import type { ApplyDeps } from "./deps.ts";
import { filledFromOwner } from "./fill-in.ts";
import type { Journey } from "./journey.ts";
import { openApplication } from "./open-application.ts";
import { applyPaths } from "./paths.ts";
import { pageTitle } from "./tasks.page.tsx";
import { applyTexts } from "./texts/index.ts";

type Boxes = URLSearchParams;
type Questions = Extract<ApplyPage, { readonly of: "about" | "form" }>;

export function declareQuestionPages(routes: Routes, deps: ApplyDeps): void {
  for (const of of ["about", "form"] as const) {
    const { pattern } = applyPaths[of];

    routes.get(pattern, { allow: "anyone", record: "draft.read" }, async (c) => {
      const opened = await openApplication(deps, c, c.req.param("draft") ?? "");
      const page = questionsOf(opened.application, of, c.req.param("page") ?? "");
      return showQuestions(deps, c, opened, page, { extraRow: c.req.query("them") !== undefined });
    });

    routes.post(pattern, { allow: "anyone", record: "draft.save" }, async (c) => {
      const opened = await openApplication(deps, c, c.req.param("draft") ?? "");
      const page = questionsOf(opened.application, of, c.req.param("page") ?? "");
      return saveQuestions(deps, c, opened, page, await readForm(c.req.raw));
    });
  }
}

export function questionsOf(application: Application, of: "about" | "form", key: string): Questions {
  const page = findPage(application, of, key);
  if (page === undefined || page.of === "files") throw new NotFoundError("page of a form", key);
  return page;
}

export async function saveQuestions(
  deps: Pick<ApplyDeps, "show">,
  c: Context<AppEnv>,
  journey: Journey,
  page: Questions,
  boxes: Boxes,
): Promise<Response> {
  const { application, links } = journey;
  const language = c.get("language");
  const t = applyTexts(language);
  const act = boxes.get("do");
  const read = readRows(page, boxes);
  const part = partOf(page);
  const change = (content: DraftContent): DraftContent => {
    const place = page.of === "about" ? "about" : "answers";
    const changed = withPage(content, place, withRewrittenAnswers(page.group, content[place], read));
    const visited = act === "continue" ? withVisit(changed, visitKey(page)) : changed;
    const isOwner = page.of === "about" && page.group.key === ownerPage;
    if (isOwner) return filledFromOwner(visited, application.about, application.form);
    return { ...visited, answers: withKnownAnswers(application.form, visited.answers) };
  };
  const saved = await journey.save(part, boxes.get("seen"), change);

  const isFetch = act === "autosave";
  if (!saved.ok) {
    if (saved.refusal.reason === "gone") throw new NotFoundError("draft", links.parts);
    if (isFetch) return c.json({ reason: saved.refusal.reason }, 409);
    // What was typed here stays in the boxes; the mark is that of what is saved, so a second press decides.
    const present = saved.refusal.journey;
    const { content } = present.application;
    const typed = { ...present, application: { ...present.application, content: change(content) } };
    return showQuestions(deps, c, typed, page, {
      seen: seenMark(content, part),
      savedElsewhereAt: present.savedAt,
    });
  }
  const after = saved.value;
  if (isFetch) {
    const at = after.savedAt === undefined ? "" : t.savedAt(formatTime(after.savedAt));
    return c.json({ seen: seenMark(after.application.content, part), saved: at });
  }
  if (act === "add") return c.redirect(`${links.page(page)}?them=1`, 303);
  if (boxes.has("remove")) return c.redirect(links.page(page), 303);
  if (act === "save") return c.redirect(links.parts, 303);
  const faults = pageFaults(after.application, page);
  if (faults.length > 0) return showQuestions(deps, c, after, page, { faults });
  const next = nextPage(tasksOf(after.application), page);
  return c.redirect(next ? links.page(next) : links.check, 303);
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
  readonly savedElsewhereAt?: Date | undefined;
  readonly extraRow?: boolean;
};

export function showQuestions(
  deps: Pick<ApplyDeps, "show">,
  c: Context<AppEnv>,
  journey: Journey,
  page: Questions,
  shown: Shown,
): Response {
  const { application, links } = journey;
  const { content } = application;
  const language = c.get("language");
  const t = applyTexts(language);
  const place = page.of === "about" ? "about" : "answers";
  const answers = content[place];
  const isVisited = content.visited.includes(visitKey(page));
  // A page that was sent once shows its faults whenever it is opened again: that is what "needs fixing" leads to.
  const faults = shown.faults ?? (isVisited ? pageFaults(application, page) : []);
  const definition = page.of === "about" ? application.about.form : application.form;
  return deps.show(c, {
    title: pageTitle(page, t, language),
    hasErrors: faults.length > 0,
    isPrivate: true,
    scripts: ["eforms"],
    status: shown.savedElsewhereAt ? 409 : shown.faults && faults.length > 0 ? 422 : 200,
    before: <BackLink href={links.parts} text={links.partsTitle} language={language} />,
    main: (
      <GroupForm
        group={page.group}
        language={language}
        answers={isVisited ? answers : withInitialAnswers(page.group, answers)}
        faults={faults}
        warnings={warningsOf(definition, answers, application.today)}
        action={links.page(page)}
        seen={shown.seen ?? seenMark(content, partOf(page))}
        savedAt={journey.savedAt}
        savedElsewhereAt={shown.savedElsewhereAt}
        extraRow={shown.extraRow}
        reminder={journey.reminder}
      />
    ),
  });
}
