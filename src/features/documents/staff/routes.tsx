import type { RuleProfile } from "#features/catalogue/index.ts";
import type { Page, Routes } from "#features/identity/index.ts";
import { CityFileError } from "#features/organisation/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { SamplePlace } from "../papers/samples/people.ts";
import { type Specimen, specimensOf } from "../papers/specimens.ts";
import type { PaperTemplates } from "../papers/template.ts";
import { documentsPaths } from "../paths.ts";
import { documentsTexts } from "../texts/index.ts";
import { TemplateFaultsMain, TemplatesMain } from "./templates.page.tsx";

export type TemplatePageDeps = {
  /** As they were read at the start: what papers are set by. */
  readonly inUse: PaperTemplates;
  /** As they lie in the folder of the city now: what papers will be set by after the next start. */
  readonly readNow: () => PaperTemplates;
  readonly samplePlace: () => SamplePlace;
};

export type ShowStaffPage = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly isPrivate?: boolean;
    readonly hasErrors?: boolean;
    readonly status?: number;
  },
) => Response;

/** For whoever writes the templates of the city: every paper with sample data, before a citizen sees one. */
export function declareTemplatePages(routes: Routes, deps: TemplatePageDeps, show: ShowStaffPage): void {
  routes.get(documentsPaths.templates.pattern, { allow: ["admin"], record: "template.list" }, (c) => {
    const language = c.get("language");
    const t = documentsTexts(language);
    const read = specimensNow();
    if (!read.ok) return faulty(c, read.faults);
    const inUse = new Map(specimensFor(deps.inUse).map(({ key, version }) => [key, version]));
    return show(c, {
      title: t.templates.title,
      isPrivate: true,
      main: <TemplatesMain t={t} language={language} specimens={read.specimens} inUse={inUse} />,
    });
  });

  routes.get(documentsPaths.template.pattern, { allow: ["admin"], record: "template.preview" }, async (c) => {
    const key = c.req.param("key");
    const read = specimensNow();
    if (!read.ok) return faulty(c, read.faults);
    const specimen = read.specimens.find((one) => one.key === key);
    const asked = c.req.query("profile");
    const profile: RuleProfile | undefined = specimen?.profiles.find(({ name }) => name === (asked ?? name))?.name;
    if (specimen === undefined || profile === undefined) throw new NotFoundError("template", `${key} ${asked ?? ""}`);
    const { pdf } = await specimen.set(profile);
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="mau-${key}-${profile}-ban-${specimen.version}.pdf"`,
        "cache-control": "private, no-store",
      },
    });
  });

  function specimensFor(templates: PaperTemplates): readonly Specimen[] {
    return specimensOf(templates, { ...deps.samplePlace(), isSpecimen: true });
  }

  function specimensNow():
    | { readonly ok: true; readonly specimens: readonly Specimen[] }
    | { readonly ok: false; readonly faults: readonly string[] } {
    try {
      return { ok: true, specimens: specimensFor(deps.readNow()) };
    } catch (error) {
      if (error instanceof CityFileError) return { ok: false, faults: error.faults };
      throw error;
    }
  }

  function faulty(c: Page, faults: readonly string[]): Response {
    const language = c.get("language");
    const t = documentsTexts(language);
    return show(c, {
      title: t.templates.title,
      isPrivate: true,
      hasErrors: true,
      status: 422,
      main: <TemplateFaultsMain t={t} language={language} faults={faults} />,
    });
  }
}
