export { CitizenPage } from "./citizen/citizen-page.tsx";
export { DirectionPage } from "./direction/direction-page.tsx";
export type { PageProps } from "./document.tsx";
export type { Frame, MenuItem } from "./frame.ts";
export {
  changedPreferences,
  defaultPreferences,
  type Preferences,
  preferencesCookie,
  preferencesHref,
  preferencesPath,
  readPreferences,
  type TextSize,
  type Theme,
  writePreferences,
} from "./preferences.ts";
export { StaffPage } from "./staff/staff-page.tsx";
