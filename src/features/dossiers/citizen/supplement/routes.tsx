/** The way of a supplement: what was asked for, the pages on which it is answered, one more look, and sent. */
import type { Context } from "hono";
import { describeUploads } from "#features/documents/index.ts";
import { askedAnswers, deleteDraftOfDossier } from "#features/eforms/index.ts";
import type { AppEnv, Applicant, Routes } from "#features/identity/index.ts";
import { ForbiddenError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { isNothing } from "../../content-changes.ts";
import { moveDossier, nothingSaid } from "../../move-dossier.ts";
import { dossierPaths } from "../../paths.ts";
import { tasksOf } from "../apply/application.ts";
import type { ApplyDeps } from "../apply/deps.ts";
import { saveFiles, showFiles } from "../apply/files-routes.tsx";
import { applicantOf } from "../apply/open-application.ts";
import { questionsOf, saveQuestions, showQuestions } from "../apply/page-routes.tsx";
import { inWords } from "../apply/routes.tsx";
import { CheckSupplementPage, type CheckSupplementProps } from "./check-supplement.page.tsx";
import { openSupplement, type Supplement } from "./open-supplement.ts";
import { SupplementPage } from "./supplement.page.tsx";
import { supplementTexts } from "./texts/index.ts";

type At = Context<AppEnv>;

export function declareSupplementPages(routes: Routes, deps: ApplyDeps): void {
  /** Opens it for a page; whoever comes when nothing is asked any more is led to the dossier. */
  async function at(c: At, answer: (supplement: Supplement) => Response | Promise<Response>): Promise<Response> {
    const code = c.req.param("code") ?? "";
    const supplement = await openSupplement(deps, c, code);
    return supplement === undefined ? c.redirect(dossierPaths.own({ code }), 303) : answer(supplement);
  }
  const reading = { allow: "applicant", record: "dossier.supplement.read" } as const;
  const writing = { allow: "applicant", record: "dossier.supplement.save" } as const;

  routes.get(dossierPaths.supplement.pattern, reading, (c) =>
    at(c, (supplement) => {
      const language = c.get("language");
      return deps.show(c, {
        title: supplementTexts(language).title,
        isPrivate: true,
        before: <BackLink href={dossierPaths.own({ code: supplement.view.dossier.code })} language={language} />,
        main: <SupplementPage supplement={supplement} language={language} />,
      });
    }),
  );

  routes.get(dossierPaths.supplementForm.pattern, reading, (c) =>
    at(c, (supplement) => {
      const page = questionsOf(supplement.application, "form", c.req.param("page"));
      return showQuestions(deps, c, supplement, page, { extraRow: c.req.query("them") !== undefined });
    }),
  );
  routes.post(dossierPaths.supplementForm.pattern, writing, (c) =>
    at(c, async (supplement) => {
      const page = questionsOf(supplement.application, "form", c.req.param("page"));
      return saveQuestions(deps, c, supplement, page, await readForm(c.req.raw));
    }),
  );

  routes.get(dossierPaths.supplementFiles.pattern, reading, (c) =>
    at(c, (supplement) => showFiles(deps, c, supplement)),
  );
  routes.post(dossierPaths.supplementFiles.pattern, writing, (c) =>
    at(c, (supplement) => saveFiles(deps, c, supplement)),
  );

  routes.post(dossierPaths.supplementDiscard.pattern, writing, (c) =>
    at(c, async ({ view, links }) => {
      await deleteDraftOfDossier(deps.database.db, view.dossier.id);
      return c.redirect(links.parts, 303);
    }),
  );

  routes.get(dossierPaths.supplementCheck.pattern, reading, (c) =>
    at(c, (supplement) => showCheck(deps, c, supplement, [], 200)),
  );

  routes.post(dossierPaths.supplement.pattern, { allow: "applicant", record: "dossier.move" }, (c) =>
    at(c, async (supplement) => {
      const applicant = applicantOf(c);
      if (applicant === undefined) throw new ForbiddenError("Only applicants supplement");
      const form = await readForm(c.req.raw);
      return send(deps, c, applicant, supplement, Number(form.get("seenEvent")) || null);
    }),
  );
}

/** What did not change is left out: it stays as it was sent, to the letter. */
async function send(
  deps: ApplyDeps,
  c: At,
  applicant: Applicant,
  supplement: Supplement,
  seenEvent: number | null,
): Promise<Response> {
  const { application, changes, view } = supplement;
  const { form, content } = application;
  const isReady = tasksOf(application).every((task) => task.state === "done");
  if (!isReady || isNothing(changes)) return showCheck(deps, c, supplement, [], 422);
  const result = await moveDossier(deps, applicant, view.dossier.id, "supplement", {
    ...nothingSaid,
    seenEvent,
    supplement: {
      ...(changes.answers.length === 0 ? {} : { answers: askedAnswers(form, content.answers) }),
      components: changes.files.map(({ componentKey }) => ({
        componentKey,
        uploadIds: content.files[componentKey] ?? [],
      })),
    },
  });
  if (result.ok) return c.redirect(dossierPaths.own({ code: view.dossier.code }), 303);
  const { refusal } = result;
  if (refusal.reason === "content") {
    const refused = refusal.faults.map((fault) => inWords(c, supplement, fault));
    return showCheck(deps, c, supplement, refused, 422);
  }
  const moved = {
    message: supplementTexts(c.get("language")).moved,
    href: dossierPaths.own({ code: view.dossier.code }),
  };
  return showCheck(deps, c, supplement, [moved], 409);
}

async function showCheck(
  deps: ApplyDeps,
  c: At,
  supplement: Supplement,
  refused: CheckSupplementProps["refused"],
  status: number,
): Promise<Response> {
  const language = c.get("language");
  const { application, changes, links } = supplement;
  const ids = [...Object.values(application.content.files).flat(), ...changes.files.flatMap(({ removed }) => removed)];
  const described = await describeUploads(deps.uploads, ids);
  return deps.show(c, {
    title: supplementTexts(language).checkTitle,
    isPrivate: true,
    hasErrors: refused.length > 0,
    status,
    before: <BackLink href={links.parts} text={links.partsTitle} language={language} />,
    main: (
      <CheckSupplementPage
        supplement={supplement}
        language={language}
        uploads={new Map(described.map((upload) => [upload.uploadId, upload]))}
        refused={refused}
      />
    ),
  });
}
