/** Before one move of many: each dossier with what was proposed, ticked, and one button for all that stay ticked. */
import {
  dossierPaths,
  dossierTexts,
  type MoveName,
  mostAtOnce,
  moves,
  type ReceiverOfMany,
  type Reviewed,
} from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatInstantWithWeekday, type Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { ErrorSummary, type Fault } from "#ui/error-summary/error-summary.tsx";
import { Shortcuts } from "#ui/shortcuts/shortcuts.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { Textarea } from "#ui/text-input/text-input.tsx";
import { worklistPaths } from "../paths.ts";
import { codesName } from "../print/print.page.tsx";
import { type TogetherTexts, togetherTexts } from "./texts.ts";

export const assigneeName = "assigneeId";
export const noteName = "note";
/** Beside each code: up to which event it was seen, so that nothing is decided of what has moved on meanwhile. */
export const seenName = (code: string) => `thay.${code}`;

export type ReviewProps = {
  readonly language: Language;
  readonly organisation: Organisation;
  readonly move: MoveName;
  readonly reviewed: readonly Reviewed[];
  readonly receivers: readonly ReceiverOfMany[];
  /** There are more than one press can take. */
  readonly isMore: boolean;
  readonly faults: readonly Fault[];
  /** What stood in the form that was sent; null at first, when everything is ticked. */
  readonly typed: URLSearchParams | null;
};

export function ReviewMain(props: ReviewProps) {
  const { language, move, reviewed, faults, isMore } = props;
  const t = togetherTexts(language);
  const ready = reviewed.filter(({ isOffered }) => isOffered);
  const notNow = reviewed.filter(({ isOffered }) => !isOffered);
  return (
    <>
      <ErrorSummary language={language} faults={faults} />
      <h1>{dossierTexts(language).moves[move]}</h1>
      <p>{move === "approve" ? t.signLead : t.lead}</p>
      {ready.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <form method="post" action={worklistPaths.together({ move })} class="together">
          <p>
            {t.count(ready.length)} {isMore && t.more(mostAtOnce)}
          </p>
          <Shortcuts of="list" language={language} />
          <ul class="together-list" data-enhance="worklist">
            {ready.map((one, at) => (
              <Row one={one} at={at} {...props} t={t} />
            ))}
          </ul>
          <Said {...props} ready={ready} t={t} />
          <Button>{t.press(dossierTexts(language).moves[move])}</Button>
          <p class="together-busy" role="status" data-busy={t.busy} />
        </form>
      )}
      {notNow.length > 0 && (
        <section>
          <h2>{t.notNow}</h2>
          <p>{t.notNowWhy}</p>
          <ul>
            {notNow.map(({ dossier, ownerName }) => (
              <li>
                <a href={dossierPaths.staff({ code: dossier.code })}>{ownerName}</a>{" "}
                <span class="code">{dossier.code}</span> · {dossierTexts(language).states[dossier.state]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Row({
  one,
  at,
  move,
  language,
  organisation,
  typed,
  t,
}: ReviewProps & { readonly one: Reviewed; readonly at: number; readonly t: TogetherTexts }) {
  const { dossier, version, ownerName, receiving, steps } = one;
  const { code } = dossier;
  const { name, nameEn } = version.definition;
  return (
    <li class="together-one" data-row>
      <label class="work-box">
        <input
          class="choice-box"
          type="checkbox"
          id={at === 0 ? codesName : undefined}
          name={codesName}
          value={code}
          checked={typed === null || typed.getAll(codesName).includes(code)}
          aria-label={t.choose(code)}
        />
      </label>
      <input type="hidden" name={seenName(code)} value={dossier.eventCount} />
      <div class="together-words">
        <p class="together-person">
          <a class="work-link" href={dossierPaths.staff({ code })}>
            {ownerName}
          </a>
        </p>
        <p class="work-second">
          <span class="code">{code}</span> · {language === "vi" ? name : nameEn}
        </p>
        <p class="work-second">
          {dossier.actBy !== null && `${t.due}: ${formatInstantWithWeekday(dossier.actBy, language)}`}
          {` · ${receiving === undefined ? (steps[dossier.step]?.name ?? "") : `${t.goesTo}: ${receiving.name}, ${unitName(organisation.getById(receiving.unitId), language)}`}`}
        </p>
        {move === "approve" && <Proposal one={one} t={t} />}
      </div>
    </li>
  );
}

function Proposal({ one: { dossier, proposal }, t }: { readonly one: Reviewed; readonly t: TogetherTexts }) {
  return (
    <div class="together-proposal">
      {proposal.outcome === "refuse" && <StatusTag tone="late">{t.toRefuse}</StatusTag>}
      <p class="together-text">{proposal.text ?? t.noProposal}</p>
      <p>
        <a
          href={dossierPaths.staffDraft({ code: dossier.code, paper: "result" })}
          target="_blank"
          rel="noopener"
          aria-label={t.draft(dossier.code)}
        >
          {t.seeDraft}
        </a>
      </p>
    </div>
  );
}

/** What is said once for all of them. */
function Said({
  move,
  language,
  receivers,
  ready,
  faults,
  typed,
  t,
}: ReviewProps & { readonly ready: readonly Reviewed[]; readonly t: TogetherTexts }) {
  const mustName = moves[move].demands.length > 0;
  const goesSomewhere = ready.some(({ receiving }) => receiving !== undefined);
  return (
    <>
      {goesSomewhere && receivers.length === 0 && <p>{t.nobody}</p>}
      {goesSomewhere && receivers.length > 0 && (
        <Select
          name={assigneeName}
          language={language}
          label={t.assignee}
          empty={mustName ? t.choosePerson : t.whoeverIsFree}
          options={receivers.map(({ id, name, inHand, couldHave }) => ({
            value: id,
            text: t.receiver(name, inHand, couldHave, ready.length),
          }))}
          value={typed?.get(assigneeName) ?? undefined}
          error={faults.find(({ fieldId }) => fieldId === assigneeName)?.message}
          optional={!mustName}
        />
      )}
      {move !== "undoHandOver" && (
        <Textarea
          name={noteName}
          language={language}
          label={t.note}
          hint={t.noteHint}
          rows={2}
          value={typed?.get(noteName) ?? undefined}
          optional
        />
      )}
    </>
  );
}
