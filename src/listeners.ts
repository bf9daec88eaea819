/** Who hears of each change of a dossier, in order. Each keeps its own place and applies every event exactly once. */
import type { Deps } from "./deps.ts";

export type Listener = () => Promise<void>;

export function listeners(deps: Deps): readonly Listener[] {
  return [() => deps.calendars.refresh(deps.database.db).then(() => {})];
}
