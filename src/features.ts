/** The routes of every feature, in the order in which they are asked. */
import { declareCalendarApi } from "#features/calendar/index.ts";
import { declareCatalogueApi } from "#features/catalogue/index.ts";
import { declareUploadsApi } from "#features/documents/index.ts";
import { declareDossierApi } from "#features/dossiers/index.ts";
import { compileJsonSchema, formOf } from "#features/eforms/index.ts";
import { createRoutes, type Routes, sessionApi } from "#features/identity/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Deps } from "./deps.ts";

export function declareFeatures(deps: Deps): readonly Routes[] {
  const api = createRoutes();
  const { organisation, catalogue, clock, calendars, city, sources, config } = deps;
  declareCatalogueApi(
    api,
    { clock, organisation, catalogue, city, sources, origin: config.origin, links: onwardLinks },
    (definition) => compileJsonSchema(formOf(definition), dayOf(clock.now())),
  );
  declareCalendarApi(api, { calendars, isUnit: (code) => organisation().byCode(code) !== undefined });
  declareUploadsApi(api, {
    db: deps.database.db,
    files: deps.files,
    sealing: deps.sealing,
    clock,
    maxUploadBytes: config.maxUploadBytes,
  });
  declareDossierApi(api, deps.dossiers);
  return [sessionApi({ sessions: deps.sessions }), api];
}

export const onwardLinks = {
  apply: (procedureCode: string, unitCode?: string) =>
    `/nop-ho-so/${encodeURIComponent(procedureCode)}${unitCode === undefined ? "" : `?unit=${encodeURIComponent(unitCode)}`}`,
  lookUp: { action: "/tra-cuu", parameter: "ma" },
} as const;
