import type { Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { ProcedureList } from "./procedure-list.tsx";

export type GroupPageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  /** What kind of group: "Việc trong đời", "Lĩnh vực". */
  readonly kicker: string;
  readonly title: string;
  readonly about: string | null;
  readonly versions: readonly ProcedureVersion[];
  readonly othersTitle: string;
  readonly others: readonly { readonly href: string; readonly name: string }[];
  /** Said under the list when the group is our own work. */
  readonly note: string | null;
};

/** Procedures that belong together, by an event in life or by a field of the administration. */
export function GroupPage(props: GroupPageProps): Html | null {
  const { t, language, kicker, title, about, versions, othersTitle, others, note } = props;
  return (
    <div class="procedure-group">
      <p class="procedure-kicker">{kicker}</p>
      <h1>{title}</h1>
      {about === null ? null : <p class="lead">{about}</p>}
      <p class="list-count">{t.list.count(versions.length)}</p>
      <ProcedureList t={t} language={language} versions={versions} />
      {note === null ? null : <p class="quiet">{note}</p>}
      <section aria-labelledby="others">
        <h2 id="others">{othersTitle}</h2>
        <ul class="unit-columns">
          {others.map(({ href, name }) => (
            <li>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
