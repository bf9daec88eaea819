import type { Routes } from "#features/identity/index.ts";
import { answerDue, type DueDeps } from "../answer-due.ts";
import { calendarPaths } from "../paths.ts";

export function declareCalendarApi(routes: Routes, deps: DueDeps): void {
  routes.get(calendarPaths.apiDue.pattern, { allow: "anyone", record: "calendar.due" }, (c) => {
    return c.json(answerDue(deps, new URL(c.req.url).searchParams, c.get("language")));
  });
}
