/** Papers that a person brings back to the counter: recorded by the desk that received the dossier. */
import type { UploadedFile } from "#features/documents/index.ts";
import { sentAnswers } from "#features/eforms/index.ts";
import { hasRole, type Official, type Page, type Routes } from "#features/identity/index.ts";
import { ForbiddenError } from "#foundation/errors/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { Button, ButtonGroup } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { applicationOf, papersOf } from "../citizen/apply/application.ts";
import type { ApplyDeps } from "../citizen/apply/deps.ts";
import { type DossierView, viewDossier } from "../dossier-view.ts";
import { moveDossier, nothingSaid } from "../move-dossier.ts";
import { dossierPaths } from "../paths.ts";
import { refusalWords } from "../refusal-words.ts";
import { offeredMoves, seen, viewDeps } from "../seen.ts";
import {
  type DeskFault,
  type DeskForm,
  faultsOfForm,
  formPrefix,
  inSummary,
  readDeskForm,
  uploadsIn,
} from "./desk-form.ts";
import { CheckOnEnter, GroupPart, PapersPart } from "./parts.tsx";
import { counterTexts } from "./texts/index.ts";

export function declareBroughtSupplement(routes: Routes, deps: ApplyDeps): void {
  routes.get(dossierPaths.broughtSupplement.pattern, { allow: ["reception"], record: "dossier.read" }, async (c) => {
    const view = await open(c);
    const { content, version } = view;
    const application = applicationOf(
      version,
      [],
      {
        answers: sentAnswers(applicationOf(version, [], nothing, today()).form, content?.answers ?? {}),
        about: {},
        visited: [],
        files: {},
      },
      today(),
    );
    return page(c, view, { application, boxes: new URLSearchParams(), fileFaults: [] }, [], null);
  });

  routes.post(dossierPaths.broughtSupplement.pattern, { allow: ["reception"], record: "dossier.move" }, async (c) => {
    const official = atTheDesk(c);
    const view = await open(c);
    const form = await readDeskForm(deps, c, official, view.version, []);
    const act = form.boxes.get("do");
    const faults = faultsHere(form, view, c.get("language"));
    if (form.boxes.has("remove")) return page(c, view, form, form.fileFaults, null);
    if (faults.length > 0 || act !== "supplement") return page(c, view, form, faults, null);
    const { content } = form.application;
    const before = new Map(view.content?.components.map(({ componentKey, uploadIds }) => [componentKey, uploadIds]));
    const result = await moveDossier(deps, official, view.dossier.id, "supplement", {
      ...nothingSaid,
      seenEvent: Number(form.boxes.get("seenEvent")) || null,
      supplement: {
        answers: content.answers,
        // What the person brings is laid to what is there; nothing that was handed in goes away.
        components: Object.entries(content.files).map(([componentKey, uploadIds]) => ({
          componentKey,
          uploadIds: [...(before.get(componentKey) ?? []), ...uploadIds],
        })),
      },
    });
    if (!result.ok) return page(c, view, form, [], refusalWords(result.refusal, c.get("language")));
    return c.redirect(dossierPaths.staff({ code: view.dossier.code }, { xong: "supplement" }), 303);
  });

  const nothing = { answers: {}, about: {}, visited: [], files: {} };
  const today = () => deps.dayOf(deps.clock.now());

  async function open(c: Page): Promise<DossierView> {
    const visitor = c.get("visitor");
    const view = await viewDossier(viewDeps(deps), await seen(deps, visitor, c.req.param("code") ?? ""));
    if (!offeredMoves(deps, view, visitor).includes("supplement")) {
      throw new ForbiddenError("Nothing is brought to this desk now");
    }
    return view;
  }

  /** A paper that was handed in before is not missing. */
  function faultsHere(form: DeskForm, { content }: DossierView, language: "vi" | "en"): readonly DeskFault[] {
    const had = new Set(content?.components.map(({ componentKey }) => componentKey));
    const papers = new Set(papersOf(form.application.version.definition).map(({ componentKey }) => componentKey));
    return faultsOfForm(form, language, true).filter(
      ({ name }) => name !== null && (name.startsWith(formPrefix) || (papers.has(name) && !had.has(name))),
    );
  }

  async function page(
    c: Page,
    view: DossierView,
    form: DeskForm,
    faults: readonly DeskFault[],
    problem: string | null,
  ): Promise<Response> {
    const language = c.get("language");
    const t = counterTexts(language);
    const { code } = view.dossier;
    const uploads: ReadonlyMap<string, UploadedFile> = await uploadsIn(deps, form.application);
    const asked = view.timeline.findLast(({ type }) => type === "requestSupplement")?.faults ?? [];
    const { application } = form;
    return deps.show(c, {
      title: `${t.supplement.title} – ${code}`,
      isPrivate: true,
      hasErrors: faults.length > 0,
      scripts: ["eforms"],
      status: faults.length > 0 ? 422 : problem === null ? 200 : 409,
      before: <BackLink href={dossierPaths.staff({ code })} text={code} language={language} />,
      main: (
        <>
          <ErrorSummary language={language} faults={inSummary(faults)} />
          {problem && (
            <Notice language={language} kind="problem" isNews>
              <p>{problem}</p>
            </Notice>
          )}
          <h1>{t.supplement.title}</h1>
          <p class="lead">
            <span class="name">{view.ownerName}</span> · <span class="code">{code}</span>
          </p>
          <p>{t.supplement.lead}</p>
          <Notice language={language} title={t.supplement.asked}>
            <ul>
              {asked.map(({ message }) => (
                <li>{message}</li>
              ))}
            </ul>
          </Notice>
          <form
            class="eform counter"
            method="post"
            action={dossierPaths.broughtSupplement({ code })}
            enctype="multipart/form-data"
            novalidate
            data-enhance="eform"
          >
            <CheckOnEnter text={t.receive.check} />
            <input type="hidden" name="seenEvent" value={view.dossier.eventCount} />
            <PapersPart
              application={application}
              uploads={uploads}
              faults={faults}
              language={language}
              maxBytes={deps.uploads.maxUploadBytes}
              hintOf={(key) => asked.find(({ componentKey }) => componentKey === key)?.message}
            />
            {application.form.groups.map((group) => (
              <GroupPart
                group={group}
                answers={application.content.answers}
                faults={faults}
                prefix={formPrefix}
                language={language}
                isNew={false}
              />
            ))}
            <ButtonGroup>
              <Button name="do" value="supplement">
                {t.supplement.save}
              </Button>
            </ButtonGroup>
          </form>
        </>
      ),
    });
  }
}

function atTheDesk(c: Page): Official {
  const visitor = c.get("visitor");
  if (!hasRole(visitor, "reception")) throw new ForbiddenError("Only the reception works at the counter");
  return visitor;
}
