import { seen } from "#features/dossiers/index.ts";
import type { Official, Page, Routes } from "#features/identity/index.ts";
import type { Unit } from "#features/organisation/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { readDay } from "#foundation/i18n/index.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import type { PostDeps } from "../deps.ts";
import { handToPost, type ListRefusal, mostOnList, takeOver } from "../make-list.ts";
import { counters, desksOf, mayReturnAt, unitsAtDesk } from "../may.ts";
import { isReturnCause } from "../parcel.ts";
import { postPaths } from "../paths.ts";
import { type PrepareRefusal, prepareParcel } from "../prepare-parcel.ts";
import { findListFile, listLists, listNotTakenOver, listParcels, listToSend } from "../queries.ts";
import { type NewsRefusal, recordNews } from "../record-news.ts";
import type { ShowPage } from "../show.ts";
import { type PostTexts, postTexts } from "../texts/index.ts";
import { BroughtMain } from "./desk.page.tsx";
import { type DeskFrame, type Failed, PostMain } from "./post.page.tsx";

const listsShown = 30;
type Notice = DeskFrame["notice"];

export function declarePostPages(routes: Routes, deps: PostDeps, show: ShowPage): void {
  const { db } = deps.database;

  routes.get(postPaths.post.pattern, { allow: counters, record: "post.read" }, (c) =>
    postPage(c, deskAsked(c, c.req.query("quay")), doneNotice(c), null, 200),
  );

  routes.post(postPaths.parcel.pattern, { allow: counters, record: "parcel.prepare" }, async (c) => {
    const by = official(c);
    const form = await readForm(c.req.raw);
    const dossier = await seen(deps.dossiers, by, c.req.param("code"));
    const desk = desksOf(by, deps.organisation()).find(
      (one) => dossier.holderUnitId !== null && unitsAtDesk(one, deps.organisation()).includes(dossier.holderUnitId),
    );
    const result = await prepareParcel(deps, by, dossier, form.get("trackingNumber") ?? "");
    if (result.ok) return c.redirect(postPaths.post(undefined, { quay: desk?.code, xong: "parcel" }), 303);
    return refusePost(c, desk, { form: dossier.code, typed: form }, result.refusal);
  });

  routes.post(postPaths.handOver.pattern, { allow: counters, record: "parcel.handOver" }, async (c) => {
    const form = await readForm(c.req.raw);
    const desk = deskNamed(c, c.req.param("unit"));
    const result = await handToPost(deps, official(c), desk, form.get("clerk") ?? "");
    if (result.ok) return c.redirect(postPaths.post(undefined, { quay: desk.code, xong: "handOver" }), 303);
    return refusePost(c, desk, { form: "handOver", typed: form }, result.refusal);
  });

  routes.post(postPaths.news.pattern, { allow: counters, record: "parcel.news" }, async (c) => {
    const by = official(c);
    const form = await readForm(c.req.raw);
    const { code, parcel } = c.req.param();
    const dossier = await seen(deps.dossiers, by, code);
    const cause = form.get("cause") ?? "";
    const state = form.get("state") === "cameBack" ? "cameBack" : "delivered";
    const result = await recordNews(deps, by, dossier, isUuid(parcel) ? parcel : nobody, {
      state,
      on: readDay(form.get("on") ?? ""),
      cause: isReturnCause(cause) ? cause : null,
    });
    if (result.ok) return c.redirect(postPaths.post(undefined, { quay: form.get("quay") ?? "", xong: "news" }), 303);
    return refusePost(c, undefined, { form: parcel, typed: form }, result.refusal);
  });

  routes.get(postPaths.desk.pattern, { allow: counters, record: "results.read" }, (c) =>
    broughtPage(c, deskAsked(c, c.req.query("quay")), doneNotice(c), null, 200),
  );

  routes.post(postPaths.takeOver.pattern, { allow: counters, record: "results.takeOver" }, async (c) => {
    const form = await readForm(c.req.raw);
    const { unit, from } = c.req.param();
    const desk = deskNamed(c, unit);
    const giving = deps.organisation().byCode(from);
    if (giving === undefined) throw new NotFoundError("unit", from);
    const result = await takeOver(deps, official(c), desk, giving.id, form.get("giver") ?? "");
    if (result.ok) return c.redirect(postPaths.desk(undefined, { quay: desk.code, xong: "handOver" }), 303);
    const { notice, fault, status } = inWords(result.refusal, postTexts(c.get("language")));
    return broughtPage(c, desk, notice, fault === null ? null : { form: from, typed: form, fault }, status);
  });

  routes.get(postPaths.list.pattern, { allow: counters, record: "results.list" }, async (c) => {
    const id = c.req.param("list");
    const list = isUuid(id) ? await findListFile(db, id) : undefined;
    if (list === undefined || !mayReturnAt(official(c), list.unitId, deps.organisation()))
      throw new NotFoundError("hand-over list", id);
    return new Response(await deps.readFile(list.fileSha256), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="phieu-ban-giao-${list.numberText.replaceAll("/", "-")}.pdf"`,
        "cache-control": "private, no-store",
      },
    });
  });

  function refusePost(
    c: Page,
    desk: Unit | undefined,
    sent: Omit<Failed, "fault">,
    refusal: PrepareRefusal | ListRefusal | NewsRefusal,
  ) {
    const { notice, fault, status } = inWords(refusal, postTexts(c.get("language")));
    return postPage(c, desk ?? deskAsked(c, undefined), notice, fault === null ? null : { ...sent, fault }, status);
  }

  function deskAsked(c: Page, code: string | undefined): Unit | undefined {
    const desks = desksOf(official(c), deps.organisation());
    return desks.find((desk) => desk.code === code) ?? desks[0];
  }

  function deskNamed(c: Page, code: string): Unit {
    const desk = desksOf(official(c), deps.organisation()).find((one) => one.code === code);
    if (desk === undefined) throw new NotFoundError("return desk", code);
    return desk;
  }

  async function frame(c: Page, desk: Unit, kind: "post" | "desk") {
    const unitIds = unitsAtDesk(desk, deps.organisation());
    return {
      unitIds,
      language: c.get("language"),
      desks: desksOf(official(c), deps.organisation()),
      desk,
      lists: await listLists(db, unitIds, kind, listsShown),
    };
  }

  async function postPage(c: Page, desk: Unit | undefined, notice: Notice, failed: Failed | null, status: number) {
    const t = postTexts(c.get("language"));
    if (desk === undefined) return show(c, { title: t.post, isPrivate: true, main: <EmptyState title={t.noDesk} /> });
    const { unitIds, ...shared } = await frame(c, desk, "post");
    const [toSend, sealed, withPost] = await Promise.all([
      listToSend(db, unitIds, mostOnList),
      listParcels(db, unitIds, "atDesk", mostOnList),
      listParcels(db, unitIds, "withPost", mostOnList),
    ]);
    const props = { ...shared, notice, failed, toSend, sealed, withPost, most: mostOnList };
    return show(c, {
      title: t.post,
      isPrivate: true,
      hasErrors: status >= 400,
      status,
      main: <PostMain {...props} />,
    });
  }

  async function broughtPage(c: Page, desk: Unit | undefined, notice: Notice, failed: Failed | null, status: number) {
    const t = postTexts(c.get("language"));
    if (desk === undefined) return show(c, { title: t.desk, isPrivate: true, main: <EmptyState title={t.noDesk} /> });
    const { unitIds, ...shared } = await frame(c, desk, "desk");
    const brought = await listNotTakenOver(db, unitIds, mostOnList * 5);
    const props = { ...shared, notice, failed, brought, organisation: deps.organisation() };
    return show(c, {
      title: t.desk,
      isPrivate: true,
      hasErrors: status >= 400,
      status,
      main: <BroughtMain {...props} />,
    });
  }
}

/** No parcel has it. */
const nobody = "00000000-0000-0000-0000-000000000000";
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isUuid = (text: string) => uuid.test(text);

function doneNotice(c: Page): Notice {
  const done: Readonly<Record<string, string>> = postTexts(c.get("language")).done;
  const text = done[c.req.query("xong") ?? ""];
  return text === undefined ? null : { kind: "success", text };
}

/** A fault that stands beside its field, or a sentence on top of the page. */
function inWords(refusal: PrepareRefusal | ListRefusal | NewsRefusal, t: PostTexts) {
  const beside = (fault: string) => ({ notice: { kind: "problem" as const, text: fault }, fault, status: 422 });
  switch (refusal.reason) {
    case "number":
      return beside(t.numberFaults[refusal.fault]);
    case "name":
      return beside(t.nameFaults[refusal.fault]);
    case "day":
      return beside(t.dayFaults[refusal.fault]);
    case "cause":
      return beside(t.refusals.cause);
    default: {
      const status = refusal.reason === "not-theirs" ? 403 : 409;
      return { notice: { kind: "problem" as const, text: t.refusals[refusal.reason] }, fault: null, status };
    }
  }
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials hold a return desk");
  return visitor;
}
