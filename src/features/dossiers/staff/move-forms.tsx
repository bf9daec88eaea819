/** One form for each move that is legal for this person now. What a move asks for is read from the table of moves. */
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { Details } from "#ui/details/details.tsx";
import { Textarea, TextInput } from "#ui/text-input/text-input.tsx";
import type { DossierView } from "../dossier-view.ts";
import type { MoveName } from "../moves.ts";
import { dossierPaths } from "../paths.ts";
import { dossierTexts } from "../texts/index.ts";
import { staffTexts } from "./texts.ts";

export type MoveFormsProps = {
  readonly view: DossierView;
  readonly moves: readonly MoveName[];
  readonly language: Language;
  readonly colleagues: readonly { readonly id: string; readonly displayName: string }[];
  /** What was typed when a move was refused: wrong input is kept. */
  readonly typed?: URLSearchParams | undefined;
  readonly failed?: MoveName | undefined;
};

/** The move by which work goes on stands open, the most decisive first; the others are opened by those who need them. */
const onward: readonly MoveName[] = ["accept", "approve", "returnResult", "proposeResult", "assign", "handOver"];

export function MoveForms(props: MoveFormsProps) {
  const { moves, language, failed } = props;
  const t = dossierTexts(language);
  const first = onward.find((move) => moves.includes(move));
  return (
    <>
      {first && (
        <div class="move move-first">
          <MoveForm {...props} move={first} />
        </div>
      )}
      {moves
        .filter((move) => move !== first)
        .map((move) => (
          <Details summary={t.moves[move]} open={move === failed}>
            <MoveForm {...props} move={move} />
          </Details>
        ))}
    </>
  );
}

/** The one box a move cannot do without, when it was left empty; `undefined` when the move failed for another reason. */
export function emptyBox({ view, language, typed, failed }: Omit<MoveFormsProps, "moves">) {
  const s = staffTexts(language);
  const boxes: {
    readonly [Name in MoveName]?: { readonly name: string; readonly id: string; readonly label: string };
  } = {
    refuse: { name: "note", id: "refuse-note", label: s.refuseReason },
    sendBack: { name: "note", id: "sendBack-note", label: s.backReason },
    assign: { name: "assigneeId", id: "assign-to", label: s.assignee },
    proposeResult: { name: "proposal", id: "propose-text", label: s.proposal },
    ...(view.dossier.resultChannel === 2
      ? {}
      : { returnResult: { name: "handedTo", id: "handed-to", label: s.handedTo } }),
  };
  const box = failed && boxes[failed];
  if (!box || (typed?.get(box.name) ?? "").trim() !== "") return undefined;
  return { fieldId: box.id, message: s.fillIn(box.label) };
}

function MoveForm({ view, move, language, colleagues, typed, failed }: MoveFormsProps & { readonly move: MoveName }) {
  const t = dossierTexts(language);
  const { dossier } = view;
  const given = failed === move ? typed : undefined;
  return (
    <form method="post" action={dossierPaths.staffMove({ code: dossier.code, move })} novalidate>
      <input type="hidden" name="seenEvent" value={dossier.eventCount} />
      {fieldsOf(
        view,
        move,
        language,
        colleagues,
        given,
        given && emptyBox({ view, language, colleagues, typed, failed })?.message,
      )}
      <Button kind={move === "refuse" ? "warning" : onward.includes(move) ? "primary" : "secondary"}>
        {t.moves[move]}
      </Button>
    </form>
  );
}

function fieldsOf(
  view: DossierView,
  move: MoveName,
  language: Language,
  colleagues: MoveFormsProps["colleagues"],
  given: URLSearchParams | undefined,
  fault: string | undefined,
): Child {
  const s = staffTexts(language);
  const value = (name: string) => given?.get(name) ?? undefined;
  const note = (label: string, hint: string, isOptional: boolean) => (
    <Textarea
      name="note"
      id={`${move}-note`}
      label={label}
      hint={hint}
      rows={3}
      maxlength={4000}
      optional={isOptional}
      error={isOptional ? undefined : fault}
      value={value("note")}
      language={language}
    />
  );
  switch (move) {
    case "accept":
      return <p>{s.moveQuestion.accept}</p>;
    case "refuse":
      return note(s.refuseReason, s.refuseHint, false);
    case "sendBack":
      return note(s.backReason, s.noteHint, false);
    case "handOver":
      return (
        <>
          <p>{s.moveQuestion.handOver}</p>
          {note(s.note, s.noteHint, true)}
        </>
      );
    case "assign":
      return (
        <>
          <Select
            name="assigneeId"
            id="assign-to"
            label={s.assignee}
            options={colleagues.map(({ id, displayName }) => ({ value: id, text: displayName }))}
            empty={s.choose}
            value={value("assigneeId")}
            error={fault}
            language={language}
          />
          {note(s.note, s.noteHint, true)}
        </>
      );
    case "proposeResult":
      return (
        <Textarea
          name="proposal"
          id="propose-text"
          label={s.proposal}
          hint={s.proposalHint}
          rows={6}
          maxlength={4000}
          value={value("proposal")}
          error={fault}
          language={language}
        />
      );
    case "approve": {
      const proposed = view.timeline.findLast((entry) => entry.type === "proposeResult")?.proposal;
      return (
        <>
          {proposed !== null && proposed !== undefined && (
            <figure class="proposal">
              <figcaption>{s.proposed}</figcaption>
              <blockquote>{proposed}</blockquote>
            </figure>
          )}
          <p>{s.approveLead}</p>
        </>
      );
    }
    case "returnResult":
      return view.dossier.resultChannel === 2 ? (
        <p>{s.moveQuestion.returnResult}</p>
      ) : (
        <TextInput
          name="handedTo"
          id="handed-to"
          label={s.handedTo}
          hint={s.handedHint}
          value={value("handedTo")}
          error={fault}
          language={language}
        />
      );
    case "requestSupplement":
      return <SupplementFields view={view} language={language} value={value} />;
    default:
      return null;
  }
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
