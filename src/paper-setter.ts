/** What each paper of a dossier says: from the dossier, its procedure version and the units, to the city's templates. */
import { deadlineInWords } from "#features/catalogue/index.ts";
import {
  fill,
  type PaperTemplates,
  resultKind,
  resultTitle,
  type SetPaper,
  type SignatureMark,
  setAcknowledgement,
  setReceipt,
  setRefusal,
  setResult,
  setSupplementRequest,
} from "#features/documents/index.ts";
import {
  channelName,
  channels,
  type DossierView,
  dossierPaths,
  dossierTexts,
  type PaperOrder,
} from "#features/dossiers/index.ts";
import { type Answers, answerText, formOf } from "#features/eforms/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { isLetter, type LetterKind, setLetter } from "./letter-setter.ts";
import { paperHeads } from "./paper-head.ts";
import { nothingReturned, type ReturnedResult, type SlipSetter, slipSetter } from "./slip-setter.ts";

/** What makes a paper the one that is issued: its number, the address that vouches for it, and who signs. */
export type PaperMarks = {
  readonly id: string;
  readonly numberText: string;
  readonly marks: readonly SignatureMark[];
};

/** What the papers say; how they are sealed and kept is not their business. */
export type SetOrder = Omit<PaperOrder, "key">;

/** In whose name a leader decides. */
const leaderSigns = ["TM. Ủy ban nhân dân", "Chủ tịch"];

/** Whether the paper settles or stops a dossier that was accepted, or moves its date: then a leader signs, with the seal. */
export function isDecision({ kind, before }: Pick<PaperOrder, "kind" | "before">): boolean {
  return before.acceptedAt !== null && kind !== "receipt" && kind !== "supplementRequest";
}

/** The set of 2018 knows no notice of stopping; whoever needs one anyway takes the form of 2025. */
const stopWords = (templates: PaperTemplates) => templates.stopNotice.profiles["vn-2025"];

export type PaperOnSheet = SetPaper & {
  readonly title: string;
  readonly template: string;
  readonly templateVersion: number;
  readonly citation: string;
  /** Where it is issued, as the letterhead says. */
  readonly place: string;
};

/** In place of a signature that is not there yet. */
const unsigned = "(chưa ký)";

export type PaperSetter = {
  /** What closes the number of the paper: TNHS, KS-UBND. Each unit counts each series by the year. */
  readonly seriesOf: (order: SetOrder) => string;
  readonly set: (order: SetOrder, marks: PaperMarks, returned?: ReturnedResult) => Promise<PaperOnSheet>;
  /** Papers that somebody orders beside the moves. */
  readonly slips: SlipSetter;
  /** As it would be issued, said to be a draft on every page. Who signs is left open when it is not the one who looks. */
  readonly draft: (order: SetOrder, isBySigner: boolean) => Promise<Buffer>;
  /** The committee of the people a unit belongs to. */
  readonly authorityName: (unitId: number) => string;
  /** Where it issues, as the letterhead says. */
  readonly placeName: (unitId: number) => string;
  readonly acknowledge: (view: DossierView, lookupSecret: string) => Promise<Buffer>;
};

export function paperSetter({
  templates,
  organisation,
  origin,
}: {
  templates: PaperTemplates;
  organisation: () => Organisation;
  origin: string;
}): PaperSetter {
  const { headOf, authorityOf, verifyUrl } = paperHeads({ organisation, origin });
  const setSlip = slipSetter({ templates, organisation, origin });

  /** A unit of a ward says which ward it is of; one of the city needs no more than its name. */
  function common(order: SetOrder, issued: PaperMarks | null, signer: string | null) {
    const { dossier, version, at, by, unitId } = order;
    const unit = organisation().getById(unitId);
    return {
      profile: version.ruleProfile,
      head: headOf(unitId, issued?.numberText ?? null, at),
      code: dossier.code,
      verifyUrl: issued === null ? null : verifyUrl(issued.id),
      unit: unit.name,
      applicant: applicantOf(order),
      content: version.definition.name,
      help: `${by.name}, ${unit.name}`,
      signature: issued === null ? { marks: [], note: unsigned, name: signer } : { marks: issued.marks, name: signer },
    };
  }

  async function set(
    order: SetOrder,
    issued: PaperMarks | null,
    signer: string | null,
    returned: ReturnedResult = nothingReturned,
  ): Promise<PaperOnSheet> {
    const { kind, dossier, version, content, at, input, proposal } = order;
    const { definition } = version;
    const base = common(order, issued, signer);
    if (kind === "result") {
      const template = resultKind(templates.results, definition.result);
      const authority = authorityOf(organisation().getById(order.unitId));
      const set = await setResult(templates.results, {
        head: { ...base.head, superior: null, issuer: authority.name },
        kind: template,
        result: definition.result,
        procedure: definition.name,
        code: dossier.code,
        submittedAt: dossier.submittedAt,
        owner: content.owner.name,
        authority: authority.name,
        decider: `Chủ tịch ${authority.name}`,
        proposer: proposerOf(order),
        legalBasis: definition.legalBasis,
        groups: stated(order),
        proposal,
        validUntil: null,
        recipients: [content.owner.name],
        verifyUrl: base.verifyUrl,
        signature: { ...base.signature, authority: leaderSigns },
      });
      return {
        ...set,
        title: template.shape === "certificate" ? resultTitle(definition.result) : template.title,
        template: `results/${template.shape}`,
        templateVersion: templates.results.version,
        citation: templates.results.citation,
        place: base.head.place,
      };
    }
    if (isLetter(kind)) return letter(kind, order, base);
    if (kind === "consultRequest") return setSlip.consultRequest(order, needed(issued, kind));
    if (kind === "resultReceipt") return setSlip.resultReceipt(order, needed(issued, kind), returned);
    const template = templates[kind];
    const profile = template.profiles[version.ruleProfile];
    const named = {
      title: profile.title,
      template: template.key,
      templateVersion: template.version,
      citation: profile.citation,
      place: base.head.place,
    };
    switch (kind) {
      case "receipt":
        return {
          ...(await setReceipt(templates.receipt, {
            ...base,
            owner:
              content.owner.name === content.submitter.name
                ? null
                : { name: content.owner.name, address: content.owner.address ?? null },
            components: received(order),
            setCount: 1,
            duration: deadlineInWords(definition.deadline, "vi"),
            receivedAt: at,
            dueAt: dossier.dueAt ?? at,
            resultAt:
              dossier.resultChannel === channels.online
                ? "Trực tuyến, trong tài khoản đã nộp hồ sơ"
                : organisation().getById(dossier.receivingUnitId).name,
            isSignedByHand: dossier.channel === channels.counter,
          })),
          ...named,
        };
      case "refusal":
        return {
          ...(await setRefusal(templates.refusal, {
            ...base,
            submittedAt: dossier.submittedAt,
            // After appraisal it says what the specialist proposed and the leader signs (61/2018 art. 19(8)).
            reason: (isDecision(order) ? proposal : input.note) ?? "",
            legalBasis: isDecision(order)
              ? definition.legalBasis.map((source) => `${source.number} ${source.title}`)
              : [],
            ...(isDecision(order) ? { signature: { ...base.signature, authority: leaderSigns } } : {}),
          })),
          ...named,
        };
      case "supplementRequest":
        return {
          ...(await setSupplementRequest(templates.supplementRequest, {
            ...base,
            faults: input.faults.map((fault) => ({
              what:
                definition.components.find((component) => component.componentKey === fault.componentKey)?.name ??
                fault.legalBasis ??
                "",
              fault: fault.message,
              basis: fault.legalBasis ?? null,
            })),
            reason: input.note,
            answerBy: null,
          })),
          ...named,
        };
    }
  }

  /** A letter is the authority's own, and always a real one: what is to be signed is drafted in words, not as a paper. */
  async function letter(
    kind: LetterKind,
    order: SetOrder,
    { head, code, verifyUrl: url, signature }: ReturnType<typeof common>,
  ): Promise<PaperOnSheet> {
    if (url === null) throw new Error(`There is no draft of ${kind}`);
    const authority = authorityOf(organisation().getById(order.unitId));
    const frame = {
      head: { ...head, superior: null, issuer: authority.name },
      code,
      verifyUrl: url,
      signature: { ...signature, authority: leaderSigns },
      authority: authority.name,
    };
    const set = await setLetter(kind, order, frame, templates, organisation());
    const template = templates[kind];
    const words = kind === "apology" ? templates.apology.profiles[order.version.ruleProfile] : stopWords(templates);
    return {
      ...set,
      title: words.title,
      template: template.key,
      templateVersion: template.version,
      citation: words.citation,
      place: head.place,
    };
  }

  return {
    authorityName: (unitId) => authorityOf(organisation().getById(unitId)).name,
    placeName: (unitId) => authorityOf(organisation().getById(unitId)).place,

    seriesOf({ kind, version }) {
      if (kind !== "result") return templates[kind].series ?? kind;
      return fill(resultKind(templates.results, version.definition.result).series, { issuer: "UBND" });
    },

    set: (order, marks, returned) => set(order, marks, order.by.name, returned),
    slips: setSlip,

    async draft(order, isBySigner) {
      return (await set(order, null, isBySigner ? order.by.name : null)).pdf;
    },

    async acknowledge(view, lookupSecret) {
      const { dossier, version, content } = view;
      const unit = organisation().getById(dossier.holderUnitId ?? dossier.receivingUnitId);
      const names = new Map(version.definition.components.map((component) => [component.componentKey, component.name]));
      const set = await setAcknowledgement(templates.acknowledgement, {
        profile: version.ruleProfile,
        head: headOf(unit.id, null, dossier.submittedAt),
        code: dossier.code,
        lookupSecret,
        lookupUrl: `${origin}${dossierPaths.lookUp(undefined, { ma: dossier.code })}`,
        submitter: content?.submitter.name ?? "",
        owner: view.ownerName,
        submittedAt: dossier.submittedAt,
        procedure: version.definition.name,
        unit: unit.name,
        components: (content?.components ?? []).map(({ componentKey, uploadIds }) => ({
          name: names.get(componentKey) ?? componentKey,
          files: uploadIds.length,
        })),
        answerBy: dossier.actBy ?? dossier.submittedAt,
        leafHash: null,
      });
      return set.pdf;
    },
  };

  function proposerOf({ version, dossier }: SetOrder): string {
    const step = version.definition.internalProcess.findLast((one) => one.role === "specialist");
    const unit = step === undefined ? undefined : organisation().resolveStepUnit(dossier.receivingUnitId, step.agency);
    return unit?.name ?? organisation().getById(dossier.receivingUnitId).name;
  }
}

/** Some papers are only ever set to be issued. */
function needed(issued: PaperMarks | null, kind: string): PaperMarks {
  if (issued === null) throw new Error(`There is no draft of ${kind}`);
  return issued;
}

/** What was answered, as the paper states it. How to reach a person is the office's business, not the paper's. */
function stated({ version, content }: SetOrder) {
  const answers = content.answers as Answers;
  return formOf(version.definition)
    .groups.map((group) => ({
      title: group.heading.vi,
      rows: group.fields.flatMap((field) => {
        const value = answers[field.key];
        if (
          value === undefined ||
          Array.isArray(value) ||
          field.kind === "phone" ||
          field.kind === "email" ||
          field.kind === "file"
        )
          return [];
        return [{ label: field.label.vi, value: answerText(field, value as never, "vi") }];
      }),
    }))
    .filter((group) => group.rows.length > 0);
}

/** Papers sent online are pictures of the originals, whatever the counter would have taken. */
function received({ version, content }: SetOrder) {
  const sent = new Map(content.components.map(({ componentKey, uploadIds }) => [componentKey, uploadIds.length]));
  return version.definition.components.flatMap((component) => {
    if (component.kind === "form")
      return [{ name: component.name, original: 1, certified: 0, photocopy: 0, note: "Biểu mẫu điện tử" }];
    const files = sent.get(component.componentKey) ?? 0;
    return files === 0
      ? []
      : [
          {
            name: component.name,
            original: 0,
            certified: 0,
            photocopy: files,
            note: component.shownOnly ? "Xuất trình" : null,
          },
        ];
  });
}

/** Who handed it in. The owner's number is printed beside the owner's name only, never beside a helper's. */
function applicantOf({ dossier, content }: SetOrder) {
  const { owner, submitter } = content;
  const isOwner = owner.name === submitter.name;
  const channel = dossierTexts("vi").channels[channelName(dossier.channel)].toLocaleLowerCase("vi");
  return {
    name: submitter.name,
    channel: dossier.channel === channels.counter ? null : channel,
    address: isOwner ? (owner.address ?? null) : null,
    phone: owner.phone ?? null,
    email: owner.email ?? null,
    idNumber: isOwner ? owner.idNumber : null,
  };
}
