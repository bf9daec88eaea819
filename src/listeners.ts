/** Who hears of each change of a dossier. Each keeps its own place, waits for no other, and applies every event exactly once. */
import { reminders } from "#features/dossiers/index.ts";
import { digestQueue, queueNotices } from "#features/notifications/index.ts";
import { listenToEvents } from "#features/supervision/index.ts";
import type { Deps } from "./deps.ts";

export type Listener = () => Promise<void>;

/** Made once per worker. `nudgeDelivery`: there are notices to send. */
export function listeners(deps: Deps, nudgeDelivery: () => void): readonly Listener[] {
  const { calendars, database, notices, config, clock, organisation } = deps;
  const queueDigests = digestQueue({ db: database.db, clock, organisation, calendars });
  const remind = reminders({ ...deps.dossiers, remindAfter: deps.city.remindToCollectAfter });
  const on = notices.carriers.map(({ channel }) => channel);
  const { templates } = notices;
  return [
    async () => {
      await calendars.refresh(database.db);
    },
    async () => {
      await listenToEvents({ ...deps, db: database.db });
    },
    async () => {
      await remind();
    },
    async () => {
      const queued = await queueNotices({ ...deps, templates, on, quiet: config.notices.quiet });
      const digests = on.includes("email") ? await queueDigests() : 0;
      if (queued + digests > 0) nudgeDelivery();
    },
  ];
}
