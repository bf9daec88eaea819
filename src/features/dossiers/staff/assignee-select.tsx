/** Giving a dossier to a colleague by name: who is posted where it goes, and how much each has in hand. */

import { type Unit, unitName } from "#features/organisation/index.ts";
import { formatNumber, type Language } from "#foundation/i18n/index.ts";
import { Select } from "#ui/choices/choices.tsx";
import type { Colleague } from "../colleagues.ts";
import type { DossierStep } from "../dossier.ts";
import type { MoveName } from "../moves.ts";
import { staffTexts } from "./texts.ts";

/** Where a move brings the dossier, and who may be named to have it there. */
export type Receivers = {
  readonly step: DossierStep;
  readonly unit: Unit;
  readonly colleagues: readonly Colleague[];
  /** Who gets it when nobody is named: on the way back, whoever handed it on. */
  readonly otherwise: Colleague | undefined;
};

export function assigneeFieldId(move: MoveName): string {
  return `${move}-to`;
}

export function AssigneeSelect({
  move,
  receivers,
  language,
  value,
  error,
}: {
  readonly move: MoveName;
  readonly receivers: Receivers;
  readonly language: Language;
  readonly value: string | undefined;
  readonly error: string | undefined;
}) {
  const s = staffTexts(language);
  const { colleagues, otherwise, unit } = receivers;
  const where = unitName(unit, language);
  if (colleagues.length === 0) return <p>{s.nobodyPosted(where)}</p>;
  const mustName = move === "assign";
  return (
    <Select
      name="assigneeId"
      id={assigneeFieldId(move)}
      label={s.assignee}
      hint={mustName ? where : otherwise === undefined ? s.receivedAt(where) : undefined}
      options={colleagues
        .filter((colleague) => colleague.id !== otherwise?.id)
        .map(({ id, name, inHand }) => ({ value: id, text: s.inHand(name, inHand, formatNumber(inHand, language)) }))}
      empty={mustName ? s.choose : otherwise === undefined ? s.whoeverIsFree : s.whoHadIt(otherwise.name)}
      value={value}
      error={error}
      optional={!mustName}
      language={language}
    />
  );
}
