import type { Routes } from "#features/identity/index.ts";
import { BadInputError, NotFoundError } from "#foundation/errors/index.ts";
import { dayOf, readDay } from "#foundation/i18n/index.ts";
import type { CatalogueDeps } from "../deps.ts";
import { cataloguePaths } from "../paths.ts";
import { readApiFilter } from "../read-filter.ts";
import { answerRendered, keptWhile, type Rendered, rendered } from "../rendered.ts";
import { type FormSchemaOf, procedureDocument, procedureSummary } from "./procedure-document.ts";
import { unitTree } from "./unit-tree.ts";

const json = "application/json; charset=utf-8";
// Public data, asked again each time with its ETag: a publication is seen at once and costs 304 until then.
const fresh = "public, max-age=0, must-revalidate";

export function declareCatalogueApi(routes: Routes, deps: CatalogueDeps, formSchemaOf: FormSchemaOf): void {
  const { clock, organisation, catalogue } = deps;
  const kept = keptWhile<Rendered>(() => [catalogue(), organisation()]);

  routes.get(cataloguePaths.apiProcedures.pattern, { allow: "anyone", record: "procedure.list" }, (c) => {
    const filter = readApiFilter(new URL(c.req.url).searchParams, organisation(), catalogue().guidance);
    const { items, nextCursor } = catalogue().list(dayOf(clock.now()), filter);
    return c.json({ items: items.map((version) => procedureSummary(version, organisation())), nextCursor });
  });

  routes.get(cataloguePaths.apiProcedure.pattern, { allow: "anyone", record: "procedure.read" }, (c) => {
    const code = c.req.param("code");
    const asked = c.req.query("on");
    const day = asked === undefined ? dayOf(clock.now()) : readDay(asked);
    if (day === undefined) {
      throw new BadInputError(
        "badQuery",
        [{ path: "on", code: "notADay", message: "on is a day such as 2026-11-24" }],
        400,
      );
    }
    const version = catalogue().versionOn(code, day);
    if (version === undefined) throw new NotFoundError("procedure", code);
    const unitIds = catalogue().receivingUnitIds(code, day);
    const key = `${version.id} ${unitIds.join()}`;
    const make = () =>
      JSON.stringify(
        procedureDocument(version, { organisation: organisation(), receivingUnitIds: unitIds, formSchemaOf }),
      );
    const document = kept.find(key) ?? kept.keep(key, rendered(make()));
    return answerRendered(c.req.raw, document, json, fresh);
  });

  routes.get(cataloguePaths.apiUnits.pattern, { allow: "anyone", record: "unit.list" }, (c) => {
    const make = () => JSON.stringify({ items: unitTree(organisation()) });
    const tree = kept.find("units") ?? kept.keep("units", rendered(make()));
    return answerRendered(c.req.raw, tree, json, fresh);
  });
}
