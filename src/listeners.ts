/** Who hears of each change of a dossier, in order. Each keeps its own place and applies every event exactly once. */
import { listenToEvents } from "#features/supervision/index.ts";
import type { Deps } from "./deps.ts";

export type Listener = () => Promise<void>;

export function listeners(deps: Deps): readonly Listener[] {
  const { calendars, database } = deps;
  return [
    async () => {
      await calendars.refresh(database.db);
    },
    async () => {
      await listenToEvents({ ...deps, db: database.db });
    },
  ];
}
