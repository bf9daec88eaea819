import { listDrafts } from "#features/eforms/index.ts";
import type { Page } from "#features/identity/index.ts";
import { formatInstant } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { ApplyDeps } from "./deps.ts";
import { draftDepsOf } from "./open-application.ts";
import { applyPaths } from "./paths.ts";
import { applyTexts } from "./texts/index.ts";

/** What the account has begun and not sent yet, for the page of its dossiers. */
export async function draftsOf(deps: ApplyDeps, c: Page, accountId: string): Promise<Child> {
  const drafts = await listDrafts(draftDepsOf(deps), accountId);
  if (drafts.length === 0) return null;
  const language = c.get("language");
  const t = applyTexts(language);
  return (
    <section>
      <h2>{t.tasks.unfinished}</h2>
      <ul>
        {drafts.map((draft) => {
          const { definition } = deps.catalogue().getById(draft.procedureVersionId);
          return (
            <li>
              <a href={applyPaths.draft({ draft: draft.id })}>
                {language === "vi" ? definition.name : definition.nameEn}
              </a>
              <p class="quiet">{t.tasks.savedAt(formatInstant(draft.savedAt))}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
