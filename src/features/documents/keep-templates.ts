/**
 * What a template says under a version is said for good: papers name the version they were set by. So each version is kept
 * when it is first used, and a template that was changed without a new number stops the program at its start.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { CityFileError } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { resultsFile } from "./papers/result-templates.ts";
import { type PaperTemplates, paperForms } from "./papers/template.ts";
import { recordTemplates } from "./queries.ts";

export async function keepTemplates(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  cityFolder: string,
  templates: PaperTemplates,
): Promise<void> {
  const versions = Object.entries(templates).map(([key, template]) => {
    const content = canonical(template);
    return { key, version: template.version, sha256: createHash("sha256").update(content).digest("hex"), content };
  });
  const changed = await recordTemplates(db, versions, clock.now());
  if (changed.length === 0) return;
  throw new CityFileError(
    join(cityFolder, "papers"),
    changed.map(
      ({ key, version }) =>
        `${fileOf(key)} (${key}): /version is still ${version}, but the template says something else than it did under ${version}; give it ${version + 1}`,
    ),
  );
}

function fileOf(key: string): string {
  return Object.values(paperForms).find((form) => form.key === key)?.file ?? resultsFile;
}

/** The same text for the same template, however the file is laid out: keys in order, letters composed. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "string") return part.normalize("NFC");
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
