/** How long the pages take to be written, in this process: the page's own function and the layout around it, to one text. */
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { HomePage } from "#features/catalogue/citizen/home.page.tsx";
import { ProcedurePage } from "#features/catalogue/citizen/procedure.page.tsx";
import { catalogueTexts } from "#features/catalogue/texts/index.ts";
import { ProgressMain } from "#features/dossiers/citizen/following.tsx";
import { findDossierByCode } from "#features/dossiers/queries.ts";
import { exampleAnswers, formOf, GroupForm, withInitialAnswers } from "#features/eforms/index.ts";
import type { AppEnv, Official, Page } from "#features/identity/index.ts";
import { WorkMain } from "#features/worklists/staff/work.page.tsx";
import { workOf } from "#features/worklists/worklist.ts";
import { openAssets } from "#foundation/http/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { onwardLinks } from "../src/features.ts";
import { openSite, type SiteName } from "../src/site/site.tsx";
import type { MadeCity } from "./million/index.ts";

export type Render = { readonly bytes: number; readonly microsPer20Kb: number };
type Rendered = { readonly site: SiteName; readonly title: string; readonly main: () => Html | null };

const runs = 400;
const rounds = 5;
const language = "vi";

export async function renderTimes(
  city: MadeCity,
  { procedureCode, dossierCode, official }: { procedureCode: string; dossierCode: string; official: Official },
): Promise<Readonly<Record<string, Render>>> {
  const pages = await pagesOf(city, procedureCode, dossierCode, official);
  const { deps } = city;
  const site = openSite({ city: deps.city, config: deps.config, assetPath: openAssets(deps.distFolder).path });
  const found: Record<string, Render> = {};
  // Answers as the program's server makes them: it puts its own lighter `Response` in the place of the runtime's.
  getRequestListener(() => new Response());
  // Inside a request, since the layout reads who asks, in which language and for which address.
  const app = new Hono<AppEnv>();
  app.get("*", async (c) => {
    for (const [name, page] of Object.entries(pages)) found[name] = await timed(c, site[page.site], page);
    return c.body(null, 204);
  });

  await app.request("/");
  return found;

  async function timed(c: Page, show: (typeof site)["citizen"], page: Rendered): Promise<Render> {
    c.set("language", language);
    c.set("visitor", page.site === "citizen" ? { kind: "anonymous" } : official);
    const bytes = Buffer.byteLength(await show(c, { title: page.title, main: page.main() }).text());
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      for (let run = 0; run < runs; run++) show(c, { title: page.title, main: page.main() });
      times.push(((performance.now() - from) / runs) * 1000);
    }
    // The best round: what others do on the machine only ever adds.
    return { bytes, microsPer20Kb: (Math.min(...times) / bytes) * 20 * 1024 };
  }
}

async function pagesOf({ deps }: MadeCity, procedureCode: string, dossierCode: string, official: Official) {
  const { catalogue, organisation, clock, database, sources, config, city, sealing } = deps;
  const now = clock.now();
  const today = dayOf(now);
  const t = catalogueTexts(language);
  const catalogueDeps = { clock, organisation, catalogue, city, sources, origin: config.origin, links: onwardLinks };
  const version = catalogue().versionOn(procedureCode, today);
  const dossier = await findDossierByCode(database.db, dossierCode);
  if (version === undefined || dossier === undefined) throw new Error("The procedure or the dossier is not there");
  const { items, nextCursor } = await workOf(database.db, official, organisation(), {
    queue: "mine",
    now,
    after: null,
  });
  const form = formOf(version.definition);
  const answers = exampleAnswers(form, today);
  const group = form.groups[0];
  if (group === undefined) throw new Error(`The form of ${procedureCode} has no page`);
  return {
    home: {
      site: "citizen",
      title: t.home.title,
      main: () => <HomePage t={t} language={language} deps={catalogueDeps} today={today} />,
    },
    procedure: {
      site: "citizen",
      title: version.definition.name,
      main: () => (
        <ProcedurePage
          t={t}
          language={language}
          deps={catalogueDeps}
          version={version}
          versions={catalogue().versionsOf(version.code)}
          receivingUnitIds={catalogue().receivingUnitIds(version.code, today)}
          onDay={undefined}
        />
      ),
    },
    form: {
      site: "citizen",
      title: group.heading[language],
      main: () => (
        <GroupForm
          group={group}
          language={language}
          answers={withInitialAnswers(group, answers)}
          faults={[]}
          action="/nop-ho-so"
          seen=""
          savedAt={now}
        />
      ),
    },
    "look-up": {
      site: "citizen",
      title: dossier.code,
      main: () => (
        <ProgressMain
          dossier={dossier}
          procedureName={version.definition.name}
          organisation={organisation()}
          language={language}
        />
      ),
    },
    worklist: {
      site: "staff",
      title: "",
      main: () => (
        <WorkMain
          deps={{ db: database.db, clock, sealing, organisation, catalogue, today: () => today }}
          visitor={official}
          language={language}
          queue="mine"
          views={[]}
          procedure=""
          rows={items}
          nextCursor={nextCursor}
          now={now}
        />
      ),
    },
  } as const satisfies Record<string, Rendered>;
}
