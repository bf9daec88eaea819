/** The start of each receipt: what has the person come for. One word and Enter mostly lead straight on. */
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { LinkList } from "#ui/link-list/link-list.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { SearchBox } from "#ui/search-box/search-box.tsx";
import { hasImmediateResult } from "../immediate.ts";
import { dossierPaths } from "../paths.ts";
import { counterTexts } from "./texts/index.ts";

const mostShown = 20;

export function ChoosePage({
  language,
  typed,
  versions,
  desk,
  isPosted,
  isGuidanceSaved,
}: {
  readonly language: Language;
  readonly typed: string;
  readonly versions: readonly ProcedureVersion[];
  /** The code of the desk this clerk chose last; carried along so that it is not chosen again for each person. */
  readonly desk: string | undefined;
  readonly isPosted: boolean;
  readonly isGuidanceSaved: boolean;
}) {
  const texts = counterTexts(language);
  const t = texts.choose;
  const left = versions.length - mostShown;
  return (
    <>
      {isGuidanceSaved && (
        <Notice language={language} kind="success" isNews>
          <p>{texts.guidance.saved}</p>
        </Notice>
      )}
      <h1>{t.title}</h1>
      {isPosted ? (
        <>
          <SearchBox
            language={language}
            action={dossierPaths.counter()}
            name="q"
            label={t.search}
            hint={t.hint}
            value={typed}
            id="thu-tuc"
            isFirst
          />
          {versions.length === 0 && <EmptyState title={t.none}>{t.noneHint}</EmptyState>}
          <LinkList
            items={versions.slice(0, mostShown).map((version) => ({
              href: dossierPaths.reception({ procedure: version.code }, { noi: desk }),
              title: language === "vi" ? version.definition.name : version.definition.nameEn,
              detail: hasImmediateResult(version) ? `${version.code} · ${t.immediate}` : version.code,
            }))}
          />
          {left > 0 && <p class="quiet">{t.more(left)}</p>}
          <p>
            <a href={dossierPaths.deskGuidance()}>{t.guidance}</a>
          </p>
        </>
      ) : (
        <EmptyState title={t.notPosted} />
      )}
    </>
  );
}
