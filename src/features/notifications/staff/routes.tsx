import { findInboxReadAt, type Official, type Page, type Routes, setInboxReadAt } from "#features/identity/index.ts";
import { desksOf } from "#features/worklists/index.ts";
import { ForbiddenError } from "#foundation/errors/index.ts";
import { isLanguage, type Language } from "#foundation/i18n/index.ts";
import { countNotices, listRecentNotices } from "../admin.queries.ts";
import { listArrivals } from "../bell.queries.ts";
import { type Channel, isChannel } from "../channels.ts";
import type { ShowPage } from "../citizen/routes.tsx";
import type { NotificationDeps } from "../deps.ts";
import { fillIn } from "../fill-in.tsx";
import { notificationPaths } from "../paths.ts";
import { longestFacts, sampleFacts } from "../samples.ts";
import { toldBy } from "../templates.ts";
import { notificationTexts } from "../texts/index.ts";
import { AdminMain, type Preview } from "./admin.page.tsx";
import { ArrivalsMain } from "./arrivals.page.tsx";

const dayMs = 24 * 3_600_000;
const mostArrivals = 50;
const mostRecent = 25;
const mostPretended = 12;

export function declareNoticeDeskPages(routes: Routes, deps: NotificationDeps, show: ShowPage): void {
  const { database, clock, organisation, catalogue } = deps;

  routes.get(notificationPaths.arrivals.pattern, { allow: "official", record: "worklist.arrivals" }, async (c) => {
    const language = c.get("language");
    const visitor = official(c);
    const { accountId } = visitor;
    const readAt = await findInboxReadAt(database.db, accountId);
    const desks = desksOf(visitor, organisation());
    const arrivals = await listArrivals(database.db, { accountId, desks, after: null, limit: mostArrivals });
    await setInboxReadAt(database.db, accountId, clock.now());
    return show(c, {
      title: notificationTexts(language).arrivals.title,
      isPrivate: true,
      main: (
        <ArrivalsMain
          language={language}
          rows={arrivals.map((one) => {
            const { definition } = catalogue().getById(one.procedureVersionId);
            return {
              code: one.code,
              title: language === "vi" ? definition.name : definition.nameEn,
              event: one.type,
              at: one.at,
              actBy: one.actBy,
              isNew: readAt === null || one.at > readAt,
            };
          })}
        />
      ),
    });
  });

  routes.get(notificationPaths.admin.pattern, { allow: ["admin"], record: "admin.notices" }, async (c) => {
    const language = c.get("language");
    const asked = c.req.query("kenh") ?? "";
    const channel: Channel = isChannel(asked) ? asked : "email";
    const typed = c.req.query("ngon-ngu");
    const previewed: Language = isLanguage(typed) ? typed : language;
    const since = new Date(clock.now().getTime() - 7 * dayMs);
    const [counts, recent] = await Promise.all([
      countNotices(database.db, since),
      listRecentNotices(database.db, mostRecent),
    ]);
    return show(c, {
      title: notificationTexts(language).admin.title,
      isPrivate: true,
      main: (
        <AdminMain
          language={language}
          pumps={deps.pumps()}
          off={deps.off}
          counts={counts}
          recent={recent}
          previews={previewsOf(channel, previewed)}
          previewed={{ channel, language: previewed }}
          pretended={deps.isDemo ? deps.pretended().slice(0, mostPretended) : null}
        />
      ),
    });
  });

  function previewsOf(channel: Channel, language: Language): readonly Preview[] {
    const sources = { organisation: organisation(), city: deps.city, origin: deps.origin };
    return toldBy(deps.templates, channel).flatMap((event) => {
      const message = fillIn(deps.templates, channel, language, sampleFacts(event, sources));
      const longest = fillIn(deps.templates, channel, language, longestFacts(event, sources));
      if (message === null) return [];
      return [{ event, message, longest: longest?.channel === "sms" ? longest.text.length : null }];
    });
  }
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("For officials only");
  return visitor;
}
