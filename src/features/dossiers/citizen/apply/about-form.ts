/** What a dossier needs beside its form: where, who, for whom, how the result comes. A form like any other. */
import type { ApplicantKind, ProcedureDefinition } from "#features/catalogue/index.ts";
import type { FieldDefinition, FormDefinition, FormGroup } from "#features/eforms/index.ts";
import { type Unit, unitName } from "#features/organisation/index.ts";
import type { ChannelName } from "../../dossier.ts";
import { dossierTexts } from "../../texts/index.ts";
import { applyTexts } from "./texts/index.ts";
import type { ApplyTexts } from "./texts/vi.ts";

export const unitPage = "noi-nop";
export const ownerPage = "nguoi-nop";

const vi = applyTexts("vi");
const en = applyTexts("en");
const words = (of: (t: ApplyTexts) => string) => ({ vi: of(vi), en: of(en) });

/** Questions with one possible answer are not asked: `settled` holds them. */
export type AboutForm = {
  readonly form: FormDefinition;
  readonly settled: { readonly unitCode?: string; readonly ownerKind?: ApplicantKind };
};

export function aboutForm(procedure: ProcedureDefinition, units: readonly Unit[]): AboutForm {
  const [onlyUnit, ...otherUnits] = units;
  const [onlyKind, ...otherKinds] = procedure.applicants;
  const asksUnit = onlyUnit === undefined || otherUnits.length > 0;
  const asksKind = onlyKind === undefined || otherKinds.length > 0;
  return {
    form: {
      code: procedure.code,
      groups: [...(asksUnit ? [unitGroup(units)] : []), ownerGroup(procedure.applicants, asksKind)],
    },
    settled: {
      ...(asksUnit ? {} : { unitCode: onlyUnit.code }),
      ...(asksKind ? {} : { ownerKind: onlyKind }),
    },
  };
}

function unitGroup(units: readonly Unit[]): FormGroup {
  return {
    key: unitPage,
    heading: words((t) => t.unit.heading),
    why: words((t) => t.unit.why),
    fields: [
      {
        key: "unitCode",
        kind: "select",
        label: words((t) => t.unit.label),
        required: true,
        sensitivity: "open",
        options: units.map((unit) => ({
          value: unit.code,
          label: { vi: unitName(unit, "vi"), en: unitName(unit, "en") },
        })),
      },
    ],
  };
}

const kindOrder: readonly ApplicantKind[] = ["citizen", "business", "organisation"];
const channelOrder: readonly ChannelName[] = ["online", "counter", "post"];

function ownerGroup(kinds: readonly ApplicantKind[], asksKind: boolean): FormGroup {
  const offered = kindOrder.filter((kind) => kinds.length === 0 || kinds.includes(kind));
  const bodies = offered.filter((kind) => kind !== "citizen");
  const idNumber = { sensitivity: "sensitive", fill: "idNumber" } as const;
  const fields: FieldDefinition[] = [];
  if (asksKind) {
    fields.push({
      key: "ownerKind",
      kind: "select",
      label: words((t) => t.owner.kind),
      required: true,
      sensitivity: "open",
      options: offered.map((kind) => ({ value: kind, label: words((t) => t.owner.kinds[kind]) })),
    });
  }
  fields.push({
    key: "name",
    kind: "text",
    label: words((t) => t.owner.name),
    help: words((t) => t.owner.nameHelp),
    required: true,
    autocomplete: "name",
    maxLength: 200,
    sensitivity: "personal",
  });
  if (offered.includes("citizen")) {
    fields.push({
      key: "idNumber",
      kind: "nationalId",
      label: words((t) => t.owner.idNumber),
      help: words((t) => t.owner.idNumberHelp),
      required: true,
      writtenAs: "number",
      accepts: ["id-card-12", "old-id-card-9", "passport"],
      ...idNumber,
      ...(asksKind ? { showWhen: { field: "ownerKind", equals: "citizen" } as const } : {}),
    });
  }
  if (bodies.length > 0) {
    fields.push({
      key: "bodyNumber",
      kind: "text",
      label: words((t) => t.owner.bodyNumber),
      help: words((t) => t.owner.bodyNumberHelp),
      required: true,
      maxLength: 30,
      ...idNumber,
      ...(asksKind ? { showWhen: { field: "ownerKind", oneOf: bodies } as const } : {}),
    });
  }
  fields.push(
    {
      key: "phone",
      kind: "phone",
      label: words((t) => t.owner.phone),
      help: words((t) => t.owner.phoneHelp),
      required: true,
      autocomplete: "tel",
      sensitivity: "sensitive",
    },
    {
      key: "email",
      kind: "email",
      label: words((t) => t.owner.email),
      help: words((t) => t.owner.emailHelp),
      required: false,
      autocomplete: "email",
      sensitivity: "sensitive",
    },
    {
      key: "address",
      kind: "address",
      label: words((t) => t.owner.address),
      help: words((t) => t.owner.addressHelp),
      required: false,
      autocomplete: "street-address",
      maxLength: 300,
      sensitivity: "personal",
    },
    {
      key: "represented",
      kind: "text",
      label: words((t) => t.owner.represented),
      help: words((t) => t.owner.representedHelp),
      required: false,
      maxLength: 200,
      sensitivity: "personal",
    },
    {
      key: "resultChannel",
      kind: "select",
      label: words((t) => t.owner.resultChannel),
      required: true,
      // Whoever applies online mostly wants the signed file; the choice is seen again before sending.
      initial: "online",
      sensitivity: "open",
      options: channelOrder.map((channel) => ({
        value: channel,
        label: { vi: dossierTexts("vi").channels[channel], en: dossierTexts("en").channels[channel] },
      })),
    },
  );
  return { key: ownerPage, heading: words((t) => t.owner.heading), why: words((t) => t.owner.why), fields };
}
