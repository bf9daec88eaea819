import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { movableClock } from "#foundation/clock/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { openSealing } from "#foundation/sealing/index.ts";
import type { FormGroup } from "../definition.ts";
import { type DraftContent, seenMark, withPage, withVisit } from "./draft.ts";
import {
  claimDraft,
  type DraftDeps,
  discardDraft,
  listDrafts,
  openDraft,
  openDraftOfDossier,
  saveDraft,
  saveDraftOfDossier,
  startDraft,
} from "./drafts.ts";
import { deleteDraftOfDossier, deleteDraftsBefore, listUploadsInDrafts } from "./queries.ts";

const { db, ownerUrl } = await testDatabase();
const clock = movableClock("2026-11-24T03:00:00Z");
const deps: DraftDeps = { db, clock, sealing: openSealing({ key: "11".repeat(32) }) };
const accountId = randomUUID();
const otherAccountId = randomUUID();
let versionId = 0;

const words = { vi: "x", en: "x" };
function page(key: string, ...fields: string[]): FormGroup {
  return {
    key,
    heading: words,
    fields: fields.map((name) => ({
      key: name,
      kind: "text",
      label: words,
      required: true,
      sensitivity: "open",
      maxLength: 100,
    })),
  };
}
const mother = page("mother", "motherName", "motherId");
const child = page("child", "childName");

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(`
    with p as (insert into procedure (code, field, level, agency_code) values ('1.001193', 'Hộ tịch', 'commune', 'XA-TPHT') returning id)
    insert into procedure_version (procedure_id, number, effective_from, definition, rule_profile, announced_by, process_approved_by)
    select id, 1, '2020-01-01', '{}', 'vn-2018', 'x', 'y' from p returning id`);
  versionId = rows[0].id;
  for (const [id, login] of [
    [accountId, "a"],
    [otherAccountId, "b"],
  ]) {
    await owner.query(
      `insert into account (id, login, kind, display_name, password_hash, created_at) values ($1, $2, 'citizen', 'A', 'x', now())`,
      [id, login],
    );
  }
  await owner.end();
});
beforeEach(() => clock.set("2026-11-24T03:00:00Z"));

async function begun(content: Partial<DraftContent> = {}, by: string | null = accountId) {
  const started = await startDraft(deps, by, versionId, content);
  if (!started.ok) throw new Error(started.refusal.reason);
  return started.value;
}
const answered = (answers: Record<string, string | undefined>) => (content: DraftContent) =>
  withPage(content, "answers", answers);

describe("a draft", () => {
  it("keeps what was typed, right or wrong, and begins its thirty days anew at each save", async () => {
    const { draft } = await begun();
    clock.set("2026-12-01T03:00:00Z");

    await saveDraft(
      deps,
      { accountId },
      draft.id,
      { group: mother, place: "answers" },
      seenMark(draft.content, { group: mother, place: "answers" }),
      (content) => withVisit(answered({ motherName: "Lê Thị Bê", motherId: "12 số gì đó" })(content), "mother"),
    );

    const again = await openDraft(deps, { accountId }, draft.id);
    expect(again?.content.answers).toEqual({ motherName: "Lê Thị Bê", motherId: "12 số gì đó" });
    expect(again?.content.visited).toEqual(["mother"]);
    expect(again?.savedAt).toEqual(new Date("2026-12-01T03:00:00Z"));
    expect(again?.expiresAt).toEqual(new Date("2026-12-31T03:00:00Z"));
  });

  it("forgets an answer that was taken back", async () => {
    const { draft } = await begun({ answers: { motherName: "A", childName: "B" } });

    await saveDraft(
      deps,
      { accountId },
      draft.id,
      { group: mother, place: "answers" },
      null,
      answered({ motherName: undefined }),
    );

    expect((await openDraft(deps, { accountId }, draft.id))?.content.answers).toEqual({ childName: "B" });
  });

  it("lies in the database as nothing that can be read", async () => {
    const { draft } = await begun({ answers: { motherName: "Nguyễn Thị Kín" }, about: { idNumber: "038190000001" } });

    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const { rows } = await owner.query("select * from draft where id = $1", [draft.id]);
    await owner.end();

    const everything = JSON.stringify(rows[0]) + Buffer.from(rows[0].sealed).toString("latin1");
    expect(everything).not.toContain("038190000001");
    expect(everything).not.toContain("Kín");
  });

  it("is not opened, saved or thrown away by anybody else", async () => {
    const { draft } = await begun();
    const strangers = [{}, { accountId: otherAccountId }, { secret: "x".repeat(32) }];

    for (const stranger of strangers) {
      expect(await openDraft(deps, stranger, draft.id)).toBeUndefined();
      expect(await saveDraft(deps, stranger, draft.id, "files", null, (content) => content)).toEqual({
        ok: false,
        refusal: { reason: "gone" },
      });
      expect(await discardDraft(deps, stranger, draft.id)).toBe(false);
    }
    expect(await openDraft(deps, { accountId }, draft.id)).toBeDefined();
  });

  it("is gone after thirty days without a save, and its row after the sweep", async () => {
    const { draft } = await begun();
    clock.set("2026-12-24T03:00:01Z");

    expect(await openDraft(deps, { accountId }, draft.id)).toBeUndefined();
    expect((await listDrafts(deps, accountId)).map(({ id }) => id)).not.toContain(draft.id);
    expect(await deleteDraftsBefore(db, clock.now())).toBeGreaterThan(0);
  });

  it("names its files, so that they are not swept", async () => {
    const uploadId = randomUUID();
    const { draft } = await begun();
    await saveDraft(deps, { accountId }, draft.id, "files", null, (content) => ({
      ...content,
      files: { "giay-chung-sinh": [uploadId] },
    }));

    expect(await listUploadsInDrafts(db, [uploadId, randomUUID()])).toEqual(new Set([uploadId]));
    await discardDraft(deps, { accountId }, draft.id);
    expect(await listUploadsInDrafts(db, [uploadId])).toEqual(new Set());
  });
});

describe("two tabs on one draft", () => {
  it("on the same page: the second to save is told, with what stands there now, and may then decide", async () => {
    const { draft } = await begun();
    const seen = seenMark(draft.content, { group: mother, place: "answers" });
    await saveDraft(
      deps,
      { accountId },
      draft.id,
      { group: mother, place: "answers" },
      seen,
      answered({ motherName: "Một" }),
    );

    const late = await saveDraft(
      deps,
      { accountId },
      draft.id,
      { group: mother, place: "answers" },
      seen,
      answered({ motherName: "Hai" }),
    );

    expect(late.ok).toBe(false);
    expect(!late.ok && late.refusal.reason === "saved-elsewhere" && late.refusal.draft.content.answers).toEqual({
      motherName: "Một",
    });
    const decided = await saveDraft(
      deps,
      { accountId },
      draft.id,
      { group: mother, place: "answers" },
      null,
      answered({ motherName: "Hai" }),
    );
    expect(decided.ok && decided.value.content.answers).toEqual({ motherName: "Hai" });
  });

  it("on two pages do not disturb each other, also when they save in the same moment", async () => {
    const { draft } = await begun();
    const save = (group: FormGroup, answers: Record<string, string>) =>
      saveDraft(
        deps,
        { accountId },
        draft.id,
        { group, place: "answers" },
        seenMark(draft.content, { group, place: "answers" }),
        answered(answers),
      );

    const results = await Promise.all([save(mother, { motherName: "Mẹ" }), save(child, { childName: "Con" })]);

    expect(results.map((result) => result.ok)).toEqual([true, true]);
    expect((await openDraft(deps, { accountId }, draft.id))?.content.answers).toEqual({
      motherName: "Mẹ",
      childName: "Con",
    });
  });

  it("that save the same thing agree", async () => {
    const { draft } = await begun();
    const seen = seenMark(draft.content, { group: mother, place: "answers" });
    const save = () =>
      saveDraft(
        deps,
        { accountId },
        draft.id,
        { group: mother, place: "answers" },
        seen,
        answered({ motherName: "Mẹ" }),
      );

    expect((await save()).ok && (await save()).ok).toBe(true);
  });
});

describe("without an account", () => {
  it("a draft is gone on with by its link, until it is taken along into an account", async () => {
    const { draft, secret } = await begun({ answers: { motherName: "Mẹ" } }, null);
    const holder = { secret: secret ?? "" };
    expect((await openDraft(deps, holder, draft.id))?.content.answers).toEqual({ motherName: "Mẹ" });

    expect(await claimDraft(deps, "wrong", accountId, draft.id)).toBeUndefined();
    expect((await claimDraft(deps, holder.secret, accountId, draft.id))?.accountId).toBe(accountId);

    expect(await openDraft(deps, holder, draft.id)).toBeUndefined();
    expect((await openDraft(deps, { accountId }, draft.id))?.content.answers).toEqual({ motherName: "Mẹ" });
    expect((await listDrafts(deps, accountId)).map(({ id }) => id)).toContain(draft.id);
  });
});

describe("a draft of what is corrected in a sent dossier", () => {
  const sentContent: DraftContent = {
    answers: { motherName: "Nguyễn Thị An", childName: "Lê Minh Khôi" },
    about: {},
    visited: ["mother", "child"],
    files: {},
  };
  const part = { group: mother, place: "answers" } as const;
  const aDossier = () => ({ dossierId: randomUUID(), procedureVersionId: versionId, content: sentContent });
  const rename = (name: string) => (content: DraftContent) => withPage(content, "answers", { motherName: name });
  const save = (sent: ReturnType<typeof aDossier>, name: string, by = accountId, seen: string | null = null) =>
    saveDraftOfDossier(deps, by, sent, part, seen, rename(name));

  it("begins with the first save, from what was sent; two at once begin one", async () => {
    const sent = aDossier();
    expect(await openDraftOfDossier(deps, accountId, sent.dossierId)).toBeUndefined();

    const [one, two] = await Promise.all([save(sent, "Nguyễn Thị Ân"), save(sent, "Nguyễn Thị Ấn")]);

    expect([one.ok, two.ok]).toEqual([true, true]);
    const draft = await openDraftOfDossier(deps, accountId, sent.dossierId);
    expect(draft?.content.answers.childName).toBe("Lê Minh Khôi");
    expect(["Nguyễn Thị Ân", "Nguyễn Thị Ấn"]).toContain(draft?.content.answers.motherName);
    expect(one.ok && two.ok && one.value.id === two.value.id).toBe(true);
  });

  it("is neither among the new dossiers of its account nor opened as one", async () => {
    const sent = aDossier();
    const saved = await save(sent, "Nguyễn Thị Ân");
    if (!saved.ok) throw new Error(saved.refusal.reason);

    expect((await listDrafts(deps, accountId)).map(({ id }) => id)).not.toContain(saved.value.id);
    expect(await openDraft(deps, { accountId }, saved.value.id)).toBeUndefined();
  });

  it("is its account's alone", async () => {
    const sent = aDossier();
    await save(sent, "Nguyễn Thị Ân");

    expect(await openDraftOfDossier(deps, otherAccountId, sent.dossierId)).toBeUndefined();
    expect(await save(sent, "Người Khác", otherAccountId)).toMatchObject({ ok: false, refusal: { reason: "gone" } });
  });

  it("notices a page that has been overtaken, as any draft does", async () => {
    const sent = aDossier();
    const shown = seenMark(sentContent, part);
    await save(sent, "Thẻ Một", accountId, shown);

    expect(await save(sent, "Thẻ Hai", accountId, shown)).toMatchObject({ refusal: { reason: "saved-elsewhere" } });
  });

  it("forgotten for its time, or thrown away, begins anew from what was sent", async () => {
    const sent = aDossier();
    await save(sent, "Nguyễn Thị Ân");
    clock.set("2026-12-31T03:00:00Z");
    expect(await openDraftOfDossier(deps, accountId, sent.dossierId)).toBeUndefined();

    const again = await saveDraftOfDossier(deps, accountId, sent, part, null, (content) => content);
    expect(again.ok && again.value.content.answers.motherName).toBe("Nguyễn Thị An");
    await deleteDraftOfDossier(db, sent.dossierId);
    expect(await openDraftOfDossier(deps, accountId, sent.dossierId)).toBeUndefined();
  });
});
