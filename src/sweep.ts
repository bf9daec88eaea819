/**
 * Once an hour: what nobody will come back for. Drafts past their day, sessions long ended, uploads of an hour nobody
 * sent with a dossier within a day, files without a row (I8), and that something was told long ago. Two workers doing it at once do no harm.
 */
import { deleteUploads, filesWithRows, listUploadsBefore } from "#features/documents/index.ts";
import { listSentUploads } from "#features/dossiers/index.ts";
import { deleteDraftsBefore, listUploadsInDrafts } from "#features/eforms/index.ts";
import { deleteRequestsBefore, deleteSessionsBefore, lockDormant } from "#features/identity/index.ts";
import { deleteNoticesBefore } from "#features/notifications/index.ts";
import type { Deps } from "./deps.ts";

const dayMs = 24 * 3_600_000;
const page = 500;
/** That something was told is kept as long as the law keeps logs (12 months), and a little more. */
const noticeDays = 400;

export type Swept = {
  readonly drafts: number;
  readonly sessions: number;
  readonly uploads: number;
  readonly files: number;
  readonly notices: number;
  /** Accounts of officials that nobody has used for 45 days. */
  readonly locked: number;
};

export async function sweep({
  database: { db },
  files,
  clock,
  staffing,
}: Pick<Deps, "database" | "files" | "clock" | "staffing">): Promise<Swept> {
  const now = clock.now();
  const drafts = await deleteDraftsBefore(db, now);
  await deleteRequestsBefore(db, new Date(now.getTime() - dayMs));
  const sessions = await deleteSessionsBefore(db, new Date(now.getTime() - 30 * dayMs));
  let uploads = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const old = await listUploadsBefore(db, new Date(now.getTime() - dayMs), after, page);
    const last = old.at(-1);
    if (last === undefined) break;
    after = last;
    const [sent, drafted] = await Promise.all([listSentUploads(db, old), listUploadsInDrafts(db, old)]);
    const unclaimed = old.filter((id) => !sent.has(id) && !drafted.has(id));
    await deleteUploads(db, unclaimed);
    uploads += unclaimed.length;
  }
  const removed = await files.sweep((sha256s) => filesWithRows(db, sha256s), now);
  const notices = await deleteNoticesBefore(db, new Date(now.getTime() - noticeDays * dayMs));
  const locked = await lockDormant(staffing);
  return { drafts, sessions, uploads, files: removed, notices, locked };
}
