/** After one move of many: what became of each, what did not go first, with a way to every one of them. */
import {
  dossierPaths,
  dossierTexts,
  type Move,
  type MoveName,
  moves,
  type OutcomeOfOne,
  outcomeWords,
  type ResultOfOne,
} from "#features/dossiers/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import { worklistPaths } from "../paths.ts";
import { codesName } from "../print/print.page.tsx";
import { togetherTexts } from "./texts.ts";

const tones: Readonly<Record<OutcomeOfOne["kind"], Tone>> = {
  done: "good",
  "done-before": "good",
  refused: "late",
  unknown: "late",
  failed: "late",
  "not-tried": "soon",
};

export function DoneMain({
  language,
  move,
  results,
  names,
}: {
  readonly language: Language;
  readonly move: MoveName;
  readonly results: readonly ResultOfOne[];
  /** Of the people, by code. */
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = togetherTexts(language);
  const isDone = ({ outcome }: ResultOfOne) => outcome.kind === "done" || outcome.kind === "done-before";
  const done = results.filter(isDone);
  const others = results.filter((result) => !isDone(result));
  const again = results.filter(({ outcome }) => outcome.kind === "failed" || outcome.kind === "not-tried");
  const { handsOver }: Move = moves[move];
  return (
    <>
      <h1>{t.results(dossierTexts(language).moves[move])}</h1>
      <Notice language={language} kind={others.length === 0 ? "success" : "warning"} isNews>
        {others.length === 0 ? t.allDone(results.length) : t.someDone(done.length, results.length)}
      </Notice>
      <ul class="together-list">
        {[...others, ...done].map(({ code, outcome }) => (
          <li class="together-result">
            <p class="together-person">
              <StatusTag tone={tones[outcome.kind]}>{t.outcomes[outcome.kind]}</StatusTag>{" "}
              {names.has(code) ? <a href={dossierPaths.staff({ code })}>{names.get(code)}</a> : null}{" "}
              <span class="code">{code}</span>
            </p>
            {outcome.kind !== "done" && <p class="work-second">{outcomeWords(outcome, language)}</p>}
          </li>
        ))}
      </ul>
      <ButtonGroup>
        {again.length > 0 && <LinkButton href={reviewHref(move, again)}>{t.again}</LinkButton>}
        <LinkButton kind={again.length > 0 ? "secondary" : "primary"} href={worklistPaths.together({ move })}>
          {t.goOn}
        </LinkButton>
        {handsOver === true && done.length > 0 && (
          <LinkButton kind="secondary" href={reviewHref("undoHandOver", done)}>
            {t.takeBack}
          </LinkButton>
        )}
        <LinkButton kind="quiet" href={worklistPaths.work()}>
          {t.backToWork}
        </LinkButton>
      </ButtonGroup>
    </>
  );
}

function reviewHref(move: MoveName, results: readonly ResultOfOne[]): string {
  const codes = new URLSearchParams(results.map(({ code }) => [codesName, code]));
  return `${worklistPaths.together({ move })}?${codes}`;
}
