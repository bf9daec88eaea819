/** One form for each move that is legal for this person now. What a move asks for is read from the table of moves. */
import type { Organisation } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button, ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { Details } from "#ui/details/details.tsx";
import { Textarea, TextInput } from "#ui/text-input/text-input.tsx";
import { counterTexts } from "../counter/texts/index.ts";
import { DigitisationFields, digitisationBox, ResultField } from "../digitisation/digitisation-fields.tsx";
import { digitisationTexts } from "../digitisation/texts.ts";
import type { LeadersDecision } from "../dossier.ts";
import type { DossierView } from "../dossier-view.ts";
import { type DraftKind, isDraftKind } from "../draft-paper.ts";
import { linkedTexts } from "../linked-texts.ts";
import type { MoveDossierRefusal } from "../move-dossier.ts";
import { type Move, type MoveName, moves } from "../moves.ts";
import { dossierPaths } from "../paths.ts";
import { isPhrasedMove, type Phrases } from "../phrases/phrase.ts";
import { PhrasePicker } from "../phrases/phrase-picker.tsx";
import { refusalWords } from "../refusal-words.ts";
import { dossierTexts } from "../texts/index.ts";
import { AssigneeSelect, assigneeFieldId, type Receivers } from "./assignee-select.tsx";
import { reportsPart } from "./open-parts.tsx";
import { OutcomeChoice, SpecialFields, specialBox } from "./special-fields.tsx";
import { specialTexts } from "./special-texts.ts";
import { staffTexts } from "./texts.ts";

export type MoveFormsProps = {
  readonly view: DossierView;
  readonly moves: readonly MoveName[];
  readonly language: Language;
  readonly organisation: Organisation;
  /** The unit for which this official would answer what other bodies were asked. */
  readonly answersFor: number | null;
  /** For each move that gives the dossier to somebody: where it goes and who is there. */
  readonly receivers: { readonly [Name in MoveName]?: Receivers };
  /** What was typed when a move was refused: wrong input is kept. */
  readonly typed?: URLSearchParams | undefined;
  readonly failed?: MoveName | undefined;
  readonly faults?: readonly MoveFault[] | undefined;
  readonly phrases: Phrases;
};

/** The box of the failed move that must be mended, named as the form sends it. */
export type MoveFault = { readonly name: string; readonly fieldId: string; readonly message: string };

/** The move by which work goes on stands open, the most decisive first; the others are opened by those who need them. */
const onward: readonly MoveName[] = [
  "answerConsultation",
  "stop",
  "supplement",
  "accept",
  "approve",
  "returnResult",
  "proposeResult",
  "assign",
  "handOver",
];

/** What is recorded beside the work is never what a dossier waits for. */
export const beside: readonly MoveName[] = ["digitise"];

/** What a leader is asked to decide stands open before everything else. */
const decisions = {
  apology: "apologise",
  withdrawal: "stop",
  supplement: "permitSupplement",
} as const satisfies Record<LeadersDecision, MoveName>;

export function MoveForms(props: MoveFormsProps) {
  const { view, moves: offered, failed } = props;
  const { awaitsLeader } = view.dossier;
  const work = offered.filter((move) => !beside.includes(move));
  const first =
    [...(awaitsLeader === null ? [] : [decisions[awaitsLeader]]), ...onward].find((move) => offered.includes(move)) ??
    (work.length === 1 ? work[0] : undefined);
  return (
    <>
      {first && (
        <div class="move move-first">
          <MoveForm {...props} move={first} />
        </div>
      )}
      {offered
        .filter((move) => move !== first)
        .map((move) => (
          <Details summary={moveWords(props, move)} open={move === failed}>
            <MoveForm {...props} move={move} />
          </Details>
        ))}
    </>
  );
}

/** Why a move failed, at each box that must be mended, in the order of the form; none when it failed for another reason. */
export function faultsOf(
  failed: MoveName,
  refusal: MoveDossierRefusal,
  language: Language,
  { view, typed }: { readonly view: DossierView; readonly typed: URLSearchParams },
): readonly MoveFault[] {
  if (refusal.reason === "unknown-assignee") {
    return [{ name: "assigneeId", fieldId: assigneeFieldId(failed), message: refusalWords(refusal, language) }];
  }
  if (refusal.reason !== "input" || failed === "requestSupplement") return [];
  const words: Readonly<Record<string, string>> = dossierTexts(language).faults;
  return refusal.faults.flatMap(({ path, code }) => {
    const box = path.startsWith("digitisation/")
      ? digitisationBox(failed, path, typed, view, language)
      : boxOf(failed, path, language);
    if (box === undefined) return [];
    const message =
      code === "missing" ? staffTexts(language).fillIn(box.label) : `${box.label}: ${words[code] ?? code}`;
    return [{ name: box.name, fieldId: box.fieldId, message }];
  });
}

function boxOf(
  move: MoveName,
  path: string,
  language: Language,
): (Omit<MoveFault, "message"> & { label: string }) | undefined {
  const s = staffTexts(language);
  if (path === "assigneeId") return { name: path, fieldId: assigneeFieldId(move), label: s.assignee };
  if (path === "proposal") return { name: path, fieldId: "propose-text", label: s.proposal };
  if (path === "handedTo") return { name: path, fieldId: "handed-to", label: s.handedTo };
  if (move === "refuse") return { name: path, fieldId: "refuse-note", label: s.refuseReason };
  if (move === "sendBack") return { name: path, fieldId: "sendBack-note", label: s.backReason };
  return specialBox(move, path, language);
}

type MoveFormProps = Omit<MoveFormsProps, "moves"> & { readonly move: MoveName };

function MoveForm(props: MoveFormProps) {
  const { view, move, language } = props;
  const { dossier } = view;
  const drafted = draftOf(move);
  // What a person brings back is entered on a page of its own, with room for the files.
  if (move === "supplement") {
    return (
      <LinkButton href={dossierPaths.broughtSupplement({ code: dossier.code })}>
        {counterTexts(language).supplement.open}
      </LinkButton>
    );
  }
  const phrases = isPhrasedMove(move) && (
    <PhrasePicker
      view={view}
      move={move}
      phrases={props.phrases}
      language={language}
      typed={props.failed === move ? props.typed : undefined}
    />
  );
  // Enter on a choice presses the first button of a form: there the phrases stand below the button of the move.
  const isBelow = move === "proposeResult";
  return (
    <form method="post" action={dossierPaths.staffMove({ code: dossier.code, move })} novalidate>
      <input type="hidden" name="seenEvent" value={dossier.eventCount} />
      {!isBelow && phrases}
      {fieldsOf(props)}
      <ButtonGroup>
        <Button kind={move === "refuse" ? "warning" : onward.includes(move) ? "primary" : "secondary"}>
          {moveWords(props, move)}
        </Button>
        {drafted !== null && (
          <Button
            kind="quiet"
            formaction={dossierPaths.staffDraft({ code: dossier.code, paper: drafted })}
            formtarget="_blank"
            formnovalidate
          >
            {staffTexts(language).seeDraft}
          </Button>
        )}
      </ButtonGroup>
      {isBelow && phrases}
    </form>
  );
}

/** What is on the button; an agency that owes a part of a linked dossier reports it done instead of giving an opinion. */
function moveWords(props: Pick<MoveFormsProps, "view" | "answersFor" | "language">, move: MoveName): string {
  if (move === "answerConsultation" && reportsPart(props)) return linkedTexts(props.language).report;
  return dossierTexts(props.language).moves[move];
}

/** The paper that can be read before this move is made. */
function draftOf(name: MoveName): DraftKind | null {
  const { issues, prepares }: Move = moves[name];
  const kind = prepares ?? issues;
  return kind !== null && isDraftKind(kind) ? kind : null;
}

function fieldsOf({
  view,
  move,
  language,
  organisation,
  answersFor,
  receivers,
  typed,
  failed,
  faults,
}: MoveFormProps): Child {
  const s = staffTexts(language);
  const value = (name: string) => (failed === move ? (typed?.get(name) ?? undefined) : undefined);
  const error = (name: string) => (failed === move ? faults?.find((fault) => fault.name === name)?.message : undefined);
  const note = (label: string, hint: string, isOptional: boolean) => (
    <Textarea
      name="note"
      id={`${move}-note`}
      label={label}
      hint={hint}
      rows={3}
      maxlength={4000}
      optional={isOptional}
      error={error("note")}
      value={value("note")}
      language={language}
    />
  );
  const receiver = receivers[move];
  const to = receiver && (
    <AssigneeSelect
      move={move}
      receivers={receiver}
      language={language}
      value={value("assigneeId")}
      error={error("assigneeId")}
    />
  );
  switch (move) {
    case "accept":
      return (
        <>
          <p>{s.moveQuestion.accept}</p>
          <Details
            summary={digitisationTexts(language).title}
            open={failed === move && faults?.some(({ name }) => name !== "note")}
          >
            <DigitisationFields {...{ view, move, language, value, error }} />
          </Details>
        </>
      );
    case "digitise":
      return <DigitisationFields {...{ view, move, language, value, error }} />;
    case "refuse":
      return note(s.refuseReason, s.refuseHint, false);
    case "sendBack":
      return (
        <>
          {note(s.backReason, s.noteHint, false)}
          {to}
        </>
      );
    case "handOver":
      return (
        <>
          {receiver && <p>{s.handOverTo(receiver.step.name)}</p>}
          {to}
          {note(s.note, s.noteHint, true)}
        </>
      );
    case "undoHandOver":
      return <p>{s.undoLead(view.steps[view.dossier.step]?.name ?? "")}</p>;
    case "assign":
      return (
        <>
          {to}
          {note(s.note, s.noteHint, true)}
        </>
      );
    case "proposeResult":
      return (
        <>
          <Textarea
            name="proposal"
            id="propose-text"
            label={s.proposal}
            hint={s.proposalHint}
            rows={6}
            maxlength={4000}
            value={value("proposal") ?? lastProposal(view)}
            error={error("proposal")}
            language={language}
          />
          <OutcomeChoice language={language} value={value} />
          {to}
        </>
      );
    case "approve": {
      const proposed = lastProposal(view);
      return (
        <>
          {proposed !== undefined && (
            <figure class="proposal">
              <figcaption>{s.proposed}</figcaption>
              <blockquote>{proposed}</blockquote>
            </figure>
          )}
          <p>{isRefusalProposed(view) ? specialTexts(language).refuseProposed : s.approveLead}</p>
        </>
      );
    }
    case "returnResult":
      return (
        <>
          {view.dossier.resultChannel === 2 ? (
            <p>{s.moveQuestion.returnResult}</p>
          ) : (
            <TextInput
              name="handedTo"
              id="handed-to"
              label={s.handedTo}
              hint={s.handedHint}
              value={value("handedTo")}
              error={error("handedTo")}
              language={language}
            />
          )}
          <ResultField {...{ view, move, language, value, error }} />
        </>
      );
    case "requestSupplement":
      return <SupplementFields view={view} language={language} value={value} />;
    default:
      return (
        <SpecialFields
          view={view}
          move={move}
          language={language}
          organisation={organisation}
          answersFor={answersFor}
          value={value}
          values={(name) => (failed === move ? (typed?.getAll(name) ?? []) : [])}
          error={error}
        />
      );
  }
}

function isRefusalProposed(view: DossierView): boolean {
  return view.timeline.findLast((entry) => entry.type === "proposeResult")?.isRefusal ?? false;
}

/** What was proposed last stands in the box again when it was taken back or sent back. */
function lastProposal(view: DossierView): string | undefined {
  return view.timeline.findLast((entry) => entry.type === "proposeResult")?.proposal ?? undefined;
}

function SupplementFields({
  view,
  language,
  value,
}: {
  view: DossierView;
  language: Language;
  value: (name: string) => string | undefined;
}) {
  const s = staffTexts(language);
  const { components, legalBasis } = view.version.definition;
  return (
    <>
      <p>{s.faultsLead}</p>
      {components.map(({ componentKey, name }) => (
        <Textarea
          name={`loi.${componentKey}`}
          id={`loi-${componentKey}`}
          label={s.faultFor(name)}
          hint={s.faultHint}
          rows={2}
          maxlength={4000}
          optional
          value={value(`loi.${componentKey}`)}
          language={language}
        />
      ))}
      <Textarea
        name="loi-khac"
        id="loi-khac"
        label={s.faultLegal}
        rows={2}
        maxlength={4000}
        optional
        value={value("loi-khac")}
        language={language}
      />
      <Select
        name="can-cu"
        id="can-cu"
        label={s.faultBasis}
        options={legalBasis.map((source) => ({ value: source.number, text: `${source.number} – ${source.title}` }))}
        empty=""
        value={value("can-cu")}
        optional
        language={language}
      />
    </>
  );
}
