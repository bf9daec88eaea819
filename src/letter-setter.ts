/** Letters that a leader signs with the seal of the authority: an apology with a new date, a notice that handling stops. */
import {
  type Letterhead,
  type PaperTemplates,
  type SetPaper,
  type SignatureMark,
  setApology,
  setStopNotice,
} from "#features/documents/index.ts";
import { channels, type PaperOrder } from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";

export type LetterOrder = Omit<PaperOrder, "key">;
export type LetterKind = "apology" | "stopNotice";

export function isLetter(kind: PaperOrder["kind"]): kind is LetterKind {
  return kind === "apology" || kind === "stopNotice";
}

export type LetterFrame = {
  readonly head: Letterhead;
  readonly code: string;
  readonly verifyUrl: string;
  readonly signature: {
    readonly marks: readonly SignatureMark[];
    readonly name: string | null;
    readonly authority: readonly string[];
  };
  readonly authority: string;
};

export function setLetter(
  kind: LetterKind,
  order: LetterOrder,
  frame: LetterFrame,
  templates: PaperTemplates,
  organisation: Organisation,
): Promise<SetPaper> {
  return kind === "apology"
    ? setApologyOf(order, frame, templates, organisation)
    : setStopNoticeOf(order, frame, templates, organisation);
}

function setApologyOf(
  { dossier, before, version, content, apology }: LetterOrder,
  { authority: _, ...frame }: LetterFrame,
  templates: PaperTemplates,
  organisation: Organisation,
): Promise<SetPaper> {
  const { acceptedAt, dueAt: originalDueAt } = before;
  const { dueAt: newDueAt } = dossier;
  if (apology === null || acceptedAt === null || originalDueAt === null || newDueAt === null) {
    throw new Error(`An apology for ${dossier.code} has no dates to speak of`);
  }
  const receiving = organisation.getById(dossier.receivingUnitId).name;
  const responsible = organisation.getById(before.holderUnitId ?? dossier.receivingUnitId).name;
  return setApology(templates.apology, {
    ...frame,
    profile: version.ruleProfile,
    addressee: `Ông/Bà ${content.owner.name}`,
    unit: receiving,
    receivedAt: acceptedAt,
    procedure: version.definition.name,
    originalDueAt,
    responsibleAgency: responsible,
    reason: apology.reason,
    newDueAt,
    newPlace: dossier.resultChannel === channels.online ? "Trực tuyến, trong tài khoản đã nộp hồ sơ" : receiving,
    recipients: [responsible, receiving].filter((name, at, all) => all.indexOf(name) === at),
  });
}

function setStopNoticeOf(
  { dossier, before, steps, version, content, input, by, askedAt }: LetterOrder,
  { authority, ...frame }: LetterFrame,
  templates: PaperTemplates,
  organisation: Organisation,
): Promise<SetPaper> {
  const given = (input.settlement?.papers ?? "").split("\n").filter((line) => line.trim() !== "");
  return setStopNotice(templates.stopNotice, {
    ...frame,
    profile: "vn-2025",
    addressee: `Ông/Bà ${content.owner.name}`,
    owner: content.owner.name,
    authority,
    procedure: version.definition.name,
    submittedAt: dossier.submittedAt,
    request: askedAt === null ? null : { by: content.submitter.name, at: askedAt },
    stage: steps[before.step]?.name ?? "",
    decision: "Đồng ý dừng giải quyết theo đề nghị của người nộp hồ sơ",
    decidedBy: `${by.name}, ${authority}`,
    reason: input.note ?? "",
    legalBasis: version.definition.legalBasis.map((source) => `${source.title} số ${source.number}`),
    paid: input.settlement?.paid ?? 0,
    refundable: input.settlement?.refundable ?? 0,
    papersReturned: given.map((name) => ({ name, count: 1, note: null })),
    recipients: [organisation.getById(dossier.receivingUnitId).name],
  });
}
