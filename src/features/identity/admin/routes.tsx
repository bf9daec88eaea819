/** Officials and their accounts, for administrators. What changes a right asks for a fresh proof first. */
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { searchText } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Result } from "#foundation/result/index.ts";
import { askForProof } from "../citizen/prove-again.tsx";
import type { Page, Routes } from "../http/routes.ts";
import { identityPaths } from "../paths.ts";
import { findStaff, listPostingsOf, listStaff, listStaffingEvents } from "../staffing/queries.ts";
import {
  administers,
  closeStaffAccount,
  enterOfficials,
  inviteAnew,
  previewOfficials,
  type StaffingDeps,
  type StaffRefusal,
  takeOffPosting,
} from "../staffing/staffing.ts";
import { staffingTexts } from "../texts/staffing.ts";
import { type Official, provedLately } from "../visitor.ts";
import { EnteredMain, EnterStaffMain, listField, ReviewStaffMain, stepField } from "./enter-staff.page.tsx";
import { StaffListMain, searchName } from "./staff-list.page.tsx";
import { NewSlipMain, StaffPersonMain } from "./staff-person.page.tsx";

type Show = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly isPrivate?: boolean;
    readonly hasErrors?: boolean;
    readonly status?: number;
  },
) => Response;

export type StaffPageDeps = StaffingDeps & { readonly origin: string };

const pageSize = 50;
const mostEvents = 100;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function declareStaffPages(routes: Routes, deps: StaffPageDeps, show: Show): void {
  const { db, origin } = deps;

  routes.get(identityPaths.staff.pattern, { allow: ["admin"], record: "staff.list" }, async (c) => {
    const language = c.get("language");
    const asked = (c.req.query(searchName) ?? "").slice(0, 100);
    const like = searchText(asked).replace(/[\\%_]/g, "\\$&");
    const found = await listStaff(db, { like, after: c.req.query("sau") ?? null, limit: pageSize + 1 });
    const staff = found.slice(0, pageSize);
    return show(c, {
      title: staffingTexts(language).title,
      isPrivate: true,
      main: (
        <StaffListMain
          language={language}
          staff={staff}
          today={deps.dayOf(deps.clock.now())}
          asked={asked}
          nextAfter={found.length > pageSize ? (staff.at(-1)?.login ?? null) : null}
        />
      ),
    });
  });

  const showForm = (c: Page, text: string, faults: Parameters<typeof EnterStaffMain>[0]["faults"], isEmpty = false) => {
    const language = c.get("language");
    const hasErrors = faults.length > 0 || isEmpty;
    return show(c, {
      title: staffingTexts(language).list.title,
      isPrivate: true,
      hasErrors,
      status: hasErrors ? 422 : 200,
      main: (
        <EnterStaffMain
          language={language}
          organisation={deps.organisation()}
          text={text}
          faults={faults}
          isEmpty={isEmpty}
        />
      ),
    });
  };

  routes.get(identityPaths.enterStaff.pattern, { allow: ["admin"], record: "staff.enterPage" }, (c) =>
    showForm(c, "", []),
  );

  routes.post(identityPaths.enterStaff.pattern, { allow: ["admin"], record: "staff.enter" }, async (c) => {
    const by = official(c);
    const language = c.get("language");
    const t = staffingTexts(language).list;
    const form = await readForm(c.req.raw);
    const text = form.get(listField) ?? "";
    if (text.trim() === "") return showForm(c, text, [], true);
    if (form.get(stepField) === "sua") return showForm(c, text, []);
    if (form.get(stepField) !== "ghi") {
      const { people, faults } = await previewOfficials(deps, by, text);
      if (faults.length > 0) return showForm(c, text, faults);
      const main = (
        <ReviewStaffMain language={language} organisation={deps.organisation()} text={text} people={people} />
      );
      return show(c, { title: t.reviewTitle, isPrivate: true, main });
    }
    if (!provedLately(by, deps.clock.now())) return askForProof(c, show, form, identityPaths.enterStaff());
    const entered = await enterOfficials(deps, by, text);
    if (!entered.ok) return showForm(c, text, entered.refusal);
    return show(c, {
      title: t.doneTitle,
      isPrivate: true,
      main: (
        <EnteredMain language={language} organisation={deps.organisation()} entered={entered.value} origin={origin} />
      ),
    });
  });

  routes.get(identityPaths.staffPerson.pattern, { allow: ["admin"], record: "staff.person" }, (c) =>
    showPerson(c, c.req.param("id"), saidOf(c), 200),
  );

  routes.post(identityPaths.endPosting.pattern, { allow: ["admin"], record: "staff.endPosting" }, async (c) => {
    const { id, posting } = c.req.param();
    const number = /^\d{1,9}$/.test(posting) ? Number(posting) : 0;
    const done = await act(c, (by) => takeOffPosting(deps, by, idIn(id), number));
    if (done instanceof Response) return done;
    return done.ok
      ? c.redirect(identityPaths.staffPerson({ id }, { da: "het-vi-tri" }), 303)
      : refuse(c, id, done.refusal);
  });

  routes.post(identityPaths.closeStaff.pattern, { allow: ["admin"], record: "staff.close" }, async (c) => {
    const { id } = c.req.param();
    const done = await act(c, (by) => closeStaffAccount(deps, by, idIn(id)));
    if (done instanceof Response) return done;
    return done.ok ? c.redirect(identityPaths.staffPerson({ id }, { da: "dong" }), 303) : refuse(c, id, done.refusal);
  });

  routes.post(identityPaths.inviteStaff.pattern, { allow: ["admin"], record: "staff.invite" }, async (c) => {
    const { id } = c.req.param();
    const done = await act(c, (by) => inviteAnew(deps, by, idIn(id)));
    if (done instanceof Response) return done;
    if (!done.ok) return refuse(c, id, done.refusal);
    const language = c.get("language");
    return show(c, {
      title: staffingTexts(language).person.inviteTitle,
      isPrivate: true,
      main: <NewSlipMain language={language} organisation={deps.organisation()} slip={done.value} origin={origin} />,
    });
  });

  /** What changes a right: asked for by somebody who proved a moment ago who they are. */
  async function act<Value>(
    c: Page,
    work: (by: Official) => Promise<Result<Value, StaffRefusal>>,
  ): Promise<Result<Value, StaffRefusal> | Response> {
    const by = official(c);
    const form = await readForm(c.req.raw);
    if (!provedLately(by, deps.clock.now())) return askForProof(c, show, form, c.req.path);
    return work(by);
  }

  function refuse(c: Page, id: string, { reason }: StaffRefusal): Response | Promise<Response> {
    if (reason === "unknown") throw new NotFoundError("official", id);
    const text = staffingTexts(c.get("language")).person.refusals[reason];
    return showPerson(c, id, { kind: "problem", text }, reason === "gone" || reason === "closed" ? 409 : 403);
  }

  async function showPerson(
    c: Page,
    id: string,
    said: { readonly kind: "success" | "problem"; readonly text: string } | null,
    status: number,
  ): Promise<Response> {
    const by = official(c);
    const one = await findStaff(db, idIn(id));
    if (one === undefined) throw new NotFoundError("official", id);
    const today = deps.dayOf(deps.clock.now());
    const postings = await listPostingsOf(db, [one.id], today);
    const organisation = deps.organisation();
    const isChangeable =
      !one.isDemo && one.id !== by.accountId && postings.every(({ unitId }) => administers(by, unitId, organisation));
    return show(c, {
      title: one.name,
      isPrivate: true,
      status,
      main: (
        <StaffPersonMain
          language={c.get("language")}
          organisation={organisation}
          one={one}
          today={today}
          postings={postings}
          events={await listStaffingEvents(db, one.id, mostEvents)}
          isChangeable={isChangeable}
          said={said}
        />
      ),
    });
  }
}

/** Throws NotFoundError for what cannot be the id of an account. */
function idIn(text: string): string {
  if (!uuid.test(text)) throw new NotFoundError("official", text);
  return text;
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("For officials only");
  return visitor;
}

/** What was just done, in words, by what the address says of it. */
function saidOf(c: Page): { readonly kind: "success"; readonly text: string } | null {
  const t = staffingTexts(c.get("language")).person.done;
  const what = c.req.query("da");
  return what === "het-vi-tri" || what === "dong" ? { kind: "success", text: t[what] } : null;
}
