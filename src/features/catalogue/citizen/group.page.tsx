import type { Language } from "#foundation/i18n/index.ts";
import type { ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { ProcedureList } from "./procedure-list.tsx";

export type GroupPageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly title: string;
  readonly about: string | null;
  readonly versions: readonly ProcedureVersion[];
  readonly othersTitle: string;
  readonly others: readonly { readonly href: string; readonly name: string }[];
  /** Said under the list when the group is our own work. */
  readonly note: string | null;
};

/** Procedures that belong together, by an event in life or by a field of the administration. */
export function GroupPage({ t, language, title, about, versions, othersTitle, others, note }: GroupPageProps) {
  return (
    <>
      <h1>{title}</h1>
      {about === null ? null : <p class="lead">{about}</p>}
      <section aria-labelledby="count">
        <h2 id="count">{t.list.count(versions.length)}</h2>
        <ProcedureList t={t} language={language} versions={versions} />
      </section>
      {note === null ? null : <p class="quiet">{note}</p>}
      <section class="section" aria-labelledby="others">
        <h2 id="others">{othersTitle}</h2>
        <ul class="link-columns link-columns-wide">
          {others.map(({ href, name }) => (
            <li>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
