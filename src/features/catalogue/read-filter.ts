/** What stands behind the question mark of a list of procedures, for pages (which forgive) and programs (which are told). */

import type { Organisation } from "#features/organisation/index.ts";
import { BadInputError, type InputFault } from "#foundation/errors/index.ts";
import { maxPageSize, type ProcedureFilter } from "./catalogue.ts";
import type { Guidance } from "./guidance.ts";
import type { AuthorityLevel, OnlineLevel } from "./procedure.ts";

const levels: readonly AuthorityLevel[] = ["province", "city", "commune"];
const onlineLevels: readonly OnlineLevel[] = [3, 4];
const mostTyped = 200;
const known = new Set(["q", "field", "level", "onlineLevel", "unit", "limit", "cursor", "lang"]);

type Read = { readonly filter: ProcedureFilter; readonly faults: readonly InputFault[] };

function read(query: URLSearchParams, organisation: Organisation, guidance: Guidance): Read {
  const faults: InputFault[] = [];
  const given = (name: string) => query.get(name)?.trim() || undefined;
  const fault = (path: string, code: string, message: string) => faults.push({ path, code, message });

  for (const name of new Set(query.keys())) {
    if (!known.has(name)) fault(name, "unknown", `there is no parameter ${name}`);
    else if (query.getAll(name).length > 1) fault(name, "repeated", `${name} is given more than once`);
  }
  const q = given("q");
  if (q !== undefined && q.length > mostTyped) fault("q", "tooLong", `q is longer than ${mostTyped} characters`);

  const asked = given("field");
  const field = guidance.fields.find(({ name, slug }) => name === asked || slug === asked)?.name;
  if (asked !== undefined && field === undefined) fault("field", "notFound", `there is no field ${asked}`);

  const level = levels.find((one) => one === given("level"));
  if (level === undefined && given("level") !== undefined)
    fault("level", "notOneOf", `level is one of ${levels.join(", ")}`);

  const onlineLevel = onlineLevels.find((one) => String(one) === given("onlineLevel"));
  if (onlineLevel === undefined && given("onlineLevel") !== undefined) {
    fault("onlineLevel", "notOneOf", `onlineLevel is one of ${onlineLevels.join(", ")}`);
  }
  const unitCode = given("unit");
  const unitId = unitCode === undefined ? undefined : organisation.byCode(unitCode)?.id;
  if (unitCode !== undefined && unitId === undefined) fault("unit", "notFound", `there is no unit ${unitCode}`);

  const limitGiven = given("limit");
  const limit = limitGiven === undefined ? undefined : Number(limitGiven);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= maxPageSize)) {
    fault("limit", "outOfRange", `limit is a whole number from 1 to ${maxPageSize}`);
  }
  return { filter: { q, field, level, onlineLevel, unitId, limit, cursor: given("cursor") }, faults };
}

/** For programs: every fault at once, 400. */
export function readApiFilter(query: URLSearchParams, organisation: Organisation, guidance: Guidance): ProcedureFilter {
  const { filter, faults } = read(query, organisation, guidance);
  if (faults.length > 0) throw new BadInputError("badQuery", faults, 400);
  return filter;
}

/** For people: a link with a word too many still shows a list. */
export function readPageFilter(
  query: URLSearchParams,
  organisation: Organisation,
  guidance: Guidance,
): ProcedureFilter {
  const { q, limit: _, ...filter } = read(query, organisation, guidance).filter;
  return { ...filter, q: q?.slice(0, mostTyped) };
}
