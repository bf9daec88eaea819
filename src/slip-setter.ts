/** Slips that go with a dossier from office to office and to its owner: what each says, from what is on record. */
import {
  handOversOf,
  type PaperTemplates,
  resultTitle,
  type SetPaper,
  setConsultRequest,
  setControlSlip,
  setResultReceipt,
  setTransferSlip,
} from "#features/documents/index.ts";
import { channelName, dossierPaths, dossierTexts, type SlipOrder } from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { paperHeads } from "./paper-head.ts";
import type { PaperMarks, PaperOnSheet, SetOrder } from "./paper-setter.ts";

/** What is handed out with the receipt of a result: the result itself, and the parcel it went in. */
export type ReturnedResult = {
  readonly result: { readonly title: string; readonly number: string; readonly issuedAt: Date } | null;
  readonly parcelNo: string | null;
};
export const nothingReturned: ReturnedResult = { result: null, parcelNo: null };

export type SlipSetter = {
  readonly consultRequest: (order: SetOrder, issued: PaperMarks) => Promise<PaperOnSheet>;
  readonly resultReceipt: (order: SetOrder, issued: PaperMarks, returned: ReturnedResult) => Promise<PaperOnSheet>;
  /** Without marks it is a copy as of now: no number, and its QR leads to the look-up of the dossier. */
  readonly ordered: (
    order: SlipOrder,
    issued: (PaperMarks & { readonly signer: string }) | null,
    registerNo: number | null,
  ) => Promise<PaperOnSheet>;
};

export function slipSetter({
  templates,
  organisation,
  origin,
}: {
  templates: PaperTemplates;
  organisation: () => Organisation;
  origin: string;
}): SlipSetter {
  const { headOf, verifyUrl } = paperHeads({ organisation, origin });
  const nameOf = (unitId: number) => organisation().getById(unitId).name;

  function named<Key extends keyof PaperTemplates & ("consultRequest" | "resultReceipt" | SlipOrder["kind"])>(
    key: Key,
    profile: SetOrder["version"]["ruleProfile"],
    place: string,
    set: SetPaper,
  ): PaperOnSheet {
    const template = templates[key];
    const { title, citation } = template.profiles[profile];
    return { ...set, title, template: template.key, templateVersion: template.version, citation, place };
  }

  return {
    async consultRequest({ dossier, version, content, at, by, unitId, input, asked }, issued) {
      if (asked === null || dossier.acceptedAt === null || dossier.dueAt === null) {
        throw new Error(`A request about ${dossier.code} asks nobody anything`);
      }
      const head = headOf(unitId, issued.numberText, at);
      const set = await setConsultRequest(templates.consultRequest, {
        profile: version.ruleProfile,
        head,
        code: dossier.code,
        verifyUrl: verifyUrl(issued.id),
        asked: asked.unitIds.map(nameOf),
        agency: nameOf(unitId),
        owner: content.owner.name,
        procedure: version.definition.name,
        acceptedAt: dossier.acceptedAt,
        dueAt: dossier.dueAt,
        summary: null,
        questions: [input.note ?? ""],
        attachments: [],
        answerBy: new Date(asked.dueAt),
        answerTo: nameOf(unitId),
        answer: null,
        signature: { authority: [nameOf(unitId)], marks: issued.marks, name: by.name },
      });
      return named("consultRequest", version.ruleProfile, head.place, set);
    },

    async resultReceipt({ dossier, version, content, at, by, unitId, input }, issued, { result, parcelNo }) {
      const head = headOf(unitId, issued.numberText, at);
      const { owner, submitter } = content;
      const receiver = input.handedTo ?? owner.name;
      const isOwner = receiver === owner.name;
      const channel = channelName(dossier.resultChannel);
      const set = await setResultReceipt(templates.resultReceipt, {
        profile: version.ruleProfile,
        head,
        code: dossier.code,
        verifyUrl: verifyUrl(issued.id),
        unit: nameOf(unitId),
        procedure: version.definition.name,
        owner: owner.name,
        giver: { name: by.name, phone: null },
        // What is known of the owner is not known of somebody who came for them.
        receiver: {
          name: receiver,
          phone: isOwner || receiver === submitter.name ? (owner.phone ?? null) : null,
          idNumber: isOwner ? owner.idNumber : null,
          authorisation: null,
        },
        result: {
          kind: result?.title ?? resultTitle(version.definition.result),
          number: result?.number ?? null,
          issuedOn: result?.issuedAt ?? null,
          abstract: null,
          count: "01 bản",
        },
        originals: [],
        returnedAt: at,
        channel: dossierTexts("vi").channels[channel],
        parcelNo,
        // The post has the receiver sign its own slip.
        isSignedByHand: channel === "counter",
        signature: { marks: issued.marks, name: by.name },
      });
      return named("resultReceipt", version.ruleProfile, head.place, set);
    },

    async ordered(order, issued, registerNo) {
      const { kind, dossier, version, at, unitId } = order;
      const head = headOf(unitId, issued?.numberText ?? null, at);
      const lookUp = `${origin}${dossierPaths.lookUp(undefined, { ma: dossier.code })}`;
      const frame = {
        profile: version.ruleProfile,
        head,
        code: dossier.code,
        verifyUrl: issued === null ? lookUp : verifyUrl(issued.id),
        owner: order.owner,
      };
      const receivedAt = dossier.acceptedAt ?? dossier.submittedAt;
      const lead = leadUnitOf(order);
      if (kind === "transferSlip") {
        if (issued === null) throw new Error("A transfer slip is only ever set to be issued");
        const set = await setTransferSlip(templates.transferSlip, {
          ...frame,
          leadAgency: nameOf(lead),
          procedure: version.definition.name,
          receivedAt,
          dueAt: dossier.dueAt ?? dossier.originalDueAt ?? receivedAt,
          tasks: [
            ...order.steps.slice(dossier.step).map((step, ahead) => ({
              unitId: step.unitId,
              task: step.name,
              hours: step.hours,
              dueAt: ahead === 0 ? dossier.stepDueAt : null,
            })),
            ...order.besides,
          ].map(({ unitId, task, hours, dueAt }) => ({
            agency: nameOf(unitId),
            isLead: unitId === lead,
            task,
            limit: `${hours} giờ làm việc`,
            dueAt,
            note: null,
          })),
          signature: { authority: [nameOf(unitId)], marks: issued.marks, name: issued.signer },
        });
        return named("transferSlip", version.ruleProfile, head.place, set);
      }
      const stepUnits = order.steps.map((step) => step.unitId);
      const set = await setControlSlip(templates.controlSlip, {
        ...frame,
        registerNo,
        content: version.definition.name,
        receivedAt,
        dueAt: dossier.dueAt ?? dossier.originalDueAt,
        unit: nameOf(lead),
        coordinating: [...new Set([...stepUnits, ...order.coordinating])]
          .filter((id) => id !== lead && id !== dossier.receivingUnitId)
          .map(nameOf),
        asOf: at,
        handOvers: handOversOf(order.submitter, order.stays.stays, order.stays.returned),
      });
      return named("controlSlip", version.ruleProfile, head.place, set);
    },
  };

  /** The agency that leads a linked dossier; else the unit of the specialist who handles it, else who received it. */
  function leadUnitOf({ steps, dossier, leadUnitId }: SlipOrder): number {
    return leadUnitId ?? steps.findLast(({ role }) => role === "specialist")?.unitId ?? dossier.receivingUnitId;
  }
}
