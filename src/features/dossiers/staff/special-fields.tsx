/** What the moves beside the ordinary way ask for: other bodies' opinions, apologies, stopping, verification, guidance. */
import type { Organisation, Unit } from "#features/organisation/index.ts";
import { unitName } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { Checkboxes, Radios, Select } from "#ui/choices/choices.tsx";
import { Details } from "#ui/details/details.tsx";
import { Textarea, TextInput } from "#ui/text-input/text-input.tsx";
import type { DossierView } from "../dossier-view.ts";
import { lateCauses } from "../lateness.ts";
import { linkedTexts } from "../linked-texts.ts";
import type { MoveName } from "../moves.ts";
import { OpenPart, reportsPart } from "./open-parts.tsx";
import { specialTexts } from "./special-texts.ts";

export type SpecialFieldsProps = {
  readonly view: DossierView;
  readonly move: MoveName;
  readonly language: Language;
  readonly organisation: Organisation;
  /** The unit for which this official would answer what other bodies were asked. */
  readonly answersFor: number | null;
  /** What was typed when the move was refused; undefined for a box that was not sent. */
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
  readonly error: (name: string) => string | undefined;
};

export function SpecialFields(props: SpecialFieldsProps) {
  const { view, move, language, value, error } = props;
  const s = specialTexts(language);
  const note = (label: string, hint?: string) => (
    <Textarea
      name="note"
      id={`${move}-note`}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      rows={3}
      maxlength={4000}
      value={value("note") ?? (move === "apologise" ? view.draftedApology?.reason : undefined)}
      error={error("note")}
      language={language}
    />
  );
  const line = (name: string, label: string, hint?: string, isOptional = false) => (
    <TextInput
      name={name}
      id={`${move}-${name}`}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      optional={isOptional}
      maxlength={1000}
      value={value(name)}
      error={error(name)}
      language={language}
    />
  );
  switch (move) {
    case "recordVerification":
      return (
        <>
          {line("verifiedOn", s.verifiedOn)}
          {line("place", s.verifiedAt)}
          {line("participants", s.participants)}
          {note(s.found)}
        </>
      );
    case "consult":
      return (
        <>
          {note(s.question, s.questionHint)}
          <UnitChoice {...props} />
          <DayInput {...props} name="answerBy" label={s.answerBy} />
        </>
      );
    case "answerConsultation":
      return (
        <>
          {reportsPart(props) ? <OpenPart {...props} /> : <OpenQuestions {...props} />}
          {note(reportsPart(props) ? linkedTexts(language).outcome : s.answer)}
        </>
      );
    case "askSecondSupplement":
      return note(s.whyMore, s.whyMoreHint);
    case "permitSupplement":
      return note(s.permitReason, s.whyMoreHint);
    case "proposeApology":
    case "apologise":
      return (
        <>
          {note(s.lateReason, s.lateReasonHint)}
          <Select
            name="cause"
            id={`${move}-cause`}
            label={s.cause}
            options={lateCauses.map((cause) => ({ value: cause, text: s.causes[cause] }))}
            empty=""
            value={value("cause") ?? (move === "apologise" ? view.draftedApology?.cause : undefined)}
            error={error("cause")}
            language={language}
          />
          <DayInput
            {...props}
            name="newDueOn"
            label={s.newDueOn}
            hint={s.newDueHint}
            proposed={move === "apologise" ? view.draftedApology?.newDueOn : undefined}
          />
          {move === "apologise" && <p>{s.apologyLead}</p>}
        </>
      );
    case "giveGuidance":
      return note(s.guidance, s.guidanceHint);
    case "stop":
      return (
        <>
          {note(s.stopReason)}
          {line("paid", s.paid, s.paidHint)}
          {line("refundable", s.refundable, undefined, true)}
          {line("papers", s.papersBack, undefined, true)}
        </>
      );
    case "declineWithdrawal":
      return note(s.declineReason, s.declineHint);
    default:
      return null;
  }
}

/** The box of a special move that a fault of its input lies in. */
export function specialBox(move: MoveName, path: string, language: Language) {
  const s = specialTexts(language);
  const notes: { readonly [Name in MoveName]?: string } = {
    recordVerification: s.found,
    consult: s.question,
    answerConsultation: s.answer,
    askSecondSupplement: s.whyMore,
    permitSupplement: s.permitReason,
    proposeApology: s.lateReason,
    apologise: s.lateReason,
    giveGuidance: s.guidance,
    stop: s.stopReason,
    declineWithdrawal: s.declineReason,
  };
  const boxes: Readonly<Record<string, readonly [name: string, label: string | undefined]>> = {
    note: ["note", notes[move]],
    cause: ["cause", s.cause],
    newDueOn: ["newDueOn", s.newDueOn],
    answerBy: ["answerBy", s.answerBy],
    unitCodes: ["unitCodes", s.units],
    "verification/on": ["verifiedOn", s.verifiedOn],
    "verification/place": ["place", s.verifiedAt],
    "verification/participants": ["participants", s.participants],
    "settlement/paid": ["paid", s.paid],
    "settlement/refundable": ["refundable", s.refundable],
    "settlement/papers": ["papers", s.papersBack],
  };
  const [name, label] = boxes[path.replace(/\/\d+$/, "")] ?? [];
  return name === undefined || label === undefined ? undefined : { name, fieldId: `${move}-${name}`, label };
}

/** Grant or refuse: what the specialist asks the leader for. */
export function OutcomeChoice({ language, value }: Pick<SpecialFieldsProps, "language" | "value">) {
  const s = specialTexts(language);
  return (
    <Radios
      name="outcome"
      label={s.outcome}
      choices={[
        { value: "grant", label: s.outcomes.grant },
        { value: "refuse", label: s.outcomes.refuse },
      ]}
      value={value("outcome") ?? "grant"}
      language={language}
    />
  );
}

function DayInput({
  move,
  name,
  label,
  hint,
  proposed,
  language,
  value,
  error,
}: SpecialFieldsProps & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly proposed?: string | undefined;
}) {
  return (
    <TextInput
      type="date"
      name={name}
      id={`${move}-${name}`}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      width={12}
      value={value(name) ?? proposed}
      error={error(name)}
      language={language}
    />
  );
}

/** Sixty bodies are too many for one list: the offices stand open, the wards are opened by those who need them. */
function UnitChoice({ view, language, organisation, values, error }: SpecialFieldsProps) {
  const s = specialTexts(language);
  const chosen = values("unitCodes");
  const isAskable = (unit: Unit) =>
    unit.id !== view.dossier.holderUnitId && !view.dossier.consultedUnits?.includes(unit.id);
  const offices = organisation.units.filter(
    (unit) => isAskable(unit) && unit.level === "city" && (unit.kind === "specialist_office" || unit.kind === "office"),
  );
  const wards = organisation.units.filter(
    (unit) => isAskable(unit) && (unit.kind === "ward" || unit.kind === "commune"),
  );
  const boxes = (id: string, label: string, units: readonly Unit[], wrong?: string) => (
    <Checkboxes
      name="unitCodes"
      id={id}
      label={label}
      choices={units.map((unit) => ({ value: unit.code, label: unitName(unit, language) }))}
      values={chosen}
      error={wrong}
      language={language}
    />
  );
  return (
    <>
      {boxes("consult-unitCodes", `${s.units}: ${s.offices}`, offices, error("unitCodes"))}
      <Details summary={s.wards} open={wards.some((unit) => chosen.includes(unit.code))}>
        {boxes("consult-wards", s.wards, wards)}
      </Details>
    </>
  );
}

function OpenQuestions({ view, answersFor, language }: SpecialFieldsProps) {
  const s = specialTexts(language);
  // A unit has one open question at a time: the newest.
  const questions = view.timeline
    .filter(({ asked }) => answersFor !== null && asked?.unitIds.includes(answersFor))
    .slice(-1);
  return (
    <>
      {questions.map((entry) => (
        <figure class="proposal">
          <figcaption>{s.question}</figcaption>
          <blockquote>{entry.note}</blockquote>
        </figure>
      ))}
    </>
  );
}
