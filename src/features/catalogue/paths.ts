import { address } from "#foundation/http/index.ts";

export const cataloguePaths = {
  home: address("/"),
  procedures: address("/thu-tuc"),
  procedure: address("/thu-tuc/:code"),
  poster: address("/thu-tuc/:code/to-dan"),
  unit: address("/don-vi/:code"),
  units: address("/don-vi"),
  lifeEvent: address("/doi-song/:event"),
  field: address("/linh-vuc/:slug"),
  suggestions: address("/goi-y"),
  apiProcedures: address("/api/v1/procedures"),
  apiProcedure: address("/api/v1/procedures/:code"),
  apiUnits: address("/api/v1/units"),
} as const;
