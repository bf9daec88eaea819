import { address } from "#foundation/http/index.ts";

export const calendarPaths = {
  apiDue: address("/api/v1/calendar/due"),
} as const;
