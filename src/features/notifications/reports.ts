/** Where providers tell what became of a message: each report is known to be theirs before it is believed. */
import type { Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readText } from "#foundation/http/index.ts";
import { readSmsReport } from "#integrations/sms/index.ts";
import { isSignedByZalo, readZaloReport } from "#integrations/zalo/index.ts";
import { findKeyByReference, noteReport } from "./delivery.queries.ts";
import type { NotificationDeps } from "./deps.ts";
import { notificationPaths } from "./paths.ts";

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export function declareNoticeReports(routes: Routes, { database, links, clock, zalo }: NotificationDeps): void {
  const { db } = database;

  // The provider signs nothing and calls by GET; the address itself, made for this one message, is what it must know.
  routes.get(notificationPaths.smsReport.pattern, { allow: "anyone", record: "notice.report.sms" }, async (c) => {
    const key = links.readReportToken(c.req.param("token"));
    if (key === null) throw new NotFoundError("report address", c.req.param("token"));
    const report = readSmsReport(new URL(c.req.url).searchParams);
    if (report !== null && report.isDelivered !== null) {
      const { reference, isDelivered } = report;
      await noteReport(db, "sms", { key, reference, isDelivered, now: clock.now() });
    }
    return c.text("OK", 200, { "cache-control": "no-store" });
  });

  routes.post(notificationPaths.zaloReport.pattern, { allow: "anyone", record: "notice.report.zalo" }, async (c) => {
    if (zalo === null) throw new NotFoundError("report address", "zalo");
    const body = await readText(c.req.raw);
    if (!isSignedByZalo(body, c.req.header("x-zevent-signature") ?? "", zalo)) {
      throw new ForbiddenError("A report that Zalo did not sign");
    }
    const report = readZaloReport(body);
    if (report !== null) {
      const { reference } = report;
      const key =
        report.key !== null && uuid.test(report.key) ? report.key : await findKeyByReference(db, "zalo", reference);
      if (key !== null) await noteReport(db, "zalo", { key, reference, isDelivered: true, now: clock.now() });
    }
    // Also for what is none of ours: an answer that is not OK would only bring it again.
    return c.text("OK", 200, { "cache-control": "no-store" });
  });
}
