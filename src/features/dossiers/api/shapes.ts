/** Shapes of what programs send about dossiers; unknown fields are refused, all faults are named at once. */
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { BadInputError } from "#foundation/errors/index.ts";
import { normaliseLine, normaliseText } from "#foundation/i18n/index.ts";
import type { SupplementFault } from "../decide.ts";
import { lateCauses } from "../lateness.ts";
import type { Reception } from "../receive-at-desk.ts";
import { shapeFaults } from "./shape-faults.ts";

const line = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const uuid = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
const strict = { additionalProperties: false };
const day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const words = Type.String({ maxLength: 10_000 });
const amount = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const verification = Type.Object({ on: words, place: words, participants: words }, strict);

const component = Type.Object(
  { componentKey: line(200), uploadIds: Type.Array(Type.String({ pattern: uuid }), { maxItems: 100 }) },
  strict,
);

const idNumber = Type.String({ pattern: "^[0-9A-Za-z][0-9A-Za-z .-]{4,29}$" });
const faults = Type.Array(
  Type.Object(
    {
      componentKey: Type.Optional(Type.String({ maxLength: 200 })),
      legalBasis: Type.Optional(Type.String({ maxLength: 200 })),
      message: Type.String({ maxLength: 10_000 }),
    },
    strict,
  ),
  { maxItems: 100 },
);

export const submissionShape = Type.Object(
  {
    procedureCode: line(40),
    unitCode: line(40),
    owner: Type.Object(
      {
        kind: Type.Union([Type.Literal("citizen"), Type.Literal("business"), Type.Literal("organisation")]),
        name: line(300),
        idNumber,
        phone: Type.Optional(Type.String({ pattern: "^[+]?[0-9][0-9 .-]{7,17}$" })),
        email: Type.Optional(Type.String({ pattern: "^[^@\\s]{1,64}@[^@\\s]{1,190}$" })),
        address: Type.Optional(line(500)),
      },
      strict,
    ),
    answers: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown()),
    components: Type.Array(component, { maxItems: 100 }),
    resultChannel: Type.Union([Type.Literal("online"), Type.Literal("counter"), Type.Literal("post")]),
    represented: Type.Optional(line(300)),
  },
  strict,
);

/** What an official enters for a person at the desk, and what follows of it on the spot. */
export const receptionShape = Type.Object(
  {
    ...submissionShape.properties,
    channel: Type.Union([Type.Literal("counter"), Type.Literal("post")]),
    submitter: Type.Optional(Type.Object({ name: line(300), idNumber: Type.Optional(idNumber) }, strict)),
    outcome: Type.Union([
      Type.Object({ move: Type.Literal("accept"), wantsReceipt: Type.Boolean() }, strict),
      Type.Object({ move: Type.Literal("requestSupplement"), faults }, strict),
      Type.Object({ move: Type.Literal("refuse"), note: Type.String({ maxLength: 10_000 }) }, strict),
    ]),
  },
  strict,
);

export const moveShape = Type.Object(
  {
    note: Type.Optional(Type.String({ maxLength: 10_000 })),
    faults: Type.Optional(faults),
    assigneeId: Type.Optional(Type.String({ pattern: uuid })),
    proposal: Type.Optional(Type.String({ maxLength: 10_000 })),
    handedTo: Type.Optional(Type.String({ maxLength: 10_000 })),
    outcome: Type.Optional(Type.Union([Type.Literal("grant"), Type.Literal("refuse")])),
    newDueOn: Type.Optional(Type.String({ pattern: day })),
    cause: Type.Optional(Type.Union(lateCauses.map((cause) => Type.Literal(cause)))),
    unitCodes: Type.Optional(Type.Array(line(40), { maxItems: 100 })),
    answerBy: Type.Optional(Type.String({ pattern: day })),
    verification: Type.Optional(verification),
    settlement: Type.Optional(Type.Object({ paid: amount, refundable: amount, papers: words }, strict)),
    corrects: Type.Optional(Type.Integer({ minimum: 1, maximum: 32_767 })),
    corrected: Type.Optional(
      Type.Object(
        { note: Type.Optional(words), handedTo: Type.Optional(words), verification: Type.Optional(verification) },
        strict,
      ),
    ),
    digitisation: Type.Optional(
      Type.Array(
        Type.Object(
          {
            of: line(200),
            state: Type.Union([Type.Literal(0), Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
            source: Type.Optional(Type.String({ maxLength: 10_000 })),
          },
          strict,
        ),
        { maxItems: 100 },
      ),
    ),
    answers: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Unknown())),
    components: Type.Optional(Type.Array(component, { maxItems: 100 })),
    seenEvent: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict,
);

export type SubmissionBody = Static<typeof submissionShape>;
export type MoveBody = Static<typeof moveShape>;

const submissionCheck = Compile(submissionShape);
const moveCheck = Compile(moveShape);
const receptionCheck = Compile(receptionShape);

const emptyName = shapeFaults([{ instancePath: "/owner/name", keyword: "minLength", message: "", params: {} }]);

export function readSubmission(body: unknown): SubmissionBody {
  if (!submissionCheck.Check(body)) throw new BadInputError("badInput", shapeFaults(submissionCheck.Errors(body)), 400);
  const { owner } = body;
  const name = normaliseLine(owner.name).toWellFormed();
  // Nothing but characters that cannot be seen is no name.
  if (name === "") throw new BadInputError("badInput", emptyName, 400);
  return {
    ...body,
    ...(body.represented === undefined ? {} : { represented: normaliseLine(body.represented).toWellFormed() }),
    // Names are compared, searched and printed: one spelling of each, and nothing invisible in it.
    owner: {
      ...owner,
      name,
      idNumber: owner.idNumber.replace(/[ .-]/g, ""),
      ...(owner.address === undefined ? {} : { address: normaliseLine(owner.address) }),
    },
  };
}

export function readReception(body: unknown): Reception {
  if (!receptionCheck.Check(body)) throw new BadInputError("badInput", shapeFaults(receptionCheck.Errors(body)), 400);
  const { channel, submitter, outcome, ...submission } = body;
  const plain = (text: string) => normaliseText(text).toWellFormed();
  return {
    ...readSubmission(submission),
    channel,
    ...(submitter === undefined ? {} : { submitter: readSubmitter(submitter) }),
    outcome:
      outcome.move === "refuse"
        ? { ...outcome, note: plain(outcome.note) }
        : outcome.move === "requestSupplement"
          ? { ...outcome, faults: readFaults(outcome.faults) }
          : outcome,
  };
}

function readSubmitter({ name, idNumber }: NonNullable<Static<typeof receptionShape>["submitter"]>) {
  const plain = normaliseLine(name).toWellFormed();
  if (plain === "") {
    throw new BadInputError(
      "badInput",
      shapeFaults([{ instancePath: "/submitter/name", keyword: "minLength", message: "", params: {} }]),
      400,
    );
  }
  return { name: plain, ...(idNumber === undefined ? {} : { idNumber: idNumber.replace(/[ .-]/g, "") }) };
}

export function readFaults(given: Static<typeof faults>): readonly SupplementFault[] {
  return given.map(({ componentKey, legalBasis, message }) => ({
    message: normaliseText(message).toWellFormed(),
    ...(componentKey === undefined ? {} : { componentKey }),
    ...(legalBasis === undefined ? {} : { legalBasis }),
  }));
}

const plain = (text: string) => normaliseText(text).toWellFormed();

function plainVerification({ on, place, participants }: NonNullable<MoveBody["verification"]>) {
  return { on: plain(on), place: plain(place), participants: plain(participants) };
}

function plainWords({ note, handedTo, verification }: NonNullable<MoveBody["corrected"]>) {
  return {
    ...(note === undefined ? {} : { note: plain(note) }),
    ...(handedTo === undefined ? {} : { handedTo: plain(handedTo) }),
    ...(verification === undefined ? {} : { verification: plainVerification(verification) }),
  };
}

export function readMove(body: unknown): MoveBody {
  if (!moveCheck.Check(body)) throw new BadInputError("badInput", shapeFaults(moveCheck.Errors(body)), 400);
  // What officials write is printed on papers: one form, nothing invisible, so that white space alone is no reason.
  return {
    ...body,
    ...(body.note === undefined ? {} : { note: plain(body.note) }),
    ...(body.proposal === undefined ? {} : { proposal: plain(body.proposal) }),
    ...(body.handedTo === undefined ? {} : { handedTo: plain(body.handedTo) }),
    ...(body.faults === undefined
      ? {}
      : { faults: body.faults.map((fault) => ({ ...fault, message: plain(fault.message) })) }),
    ...(body.verification === undefined ? {} : { verification: plainVerification(body.verification) }),
    ...(body.corrected === undefined ? {} : { corrected: plainWords(body.corrected) }),
    ...(body.settlement === undefined
      ? {}
      : { settlement: { ...body.settlement, papers: plain(body.settlement.papers) } }),
  };
}

export function isUuid(text: string): boolean {
  return new RegExp(uuid).test(text);
}
