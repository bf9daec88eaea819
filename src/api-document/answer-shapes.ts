/** Shapes of what the API answers. A test holds real answers against them. */
import { type TSchema, Type } from "typebox";
import { outcomeNames } from "#features/dossiers/index.ts";
import { financeStatuses } from "#features/payments/index.ts";
import { groupings } from "#features/supervision/index.ts";
import { happenings, timeKinds } from "#features/worklists/index.ts";

const text = Type.String();
const day = Type.String({ format: "date" });
const instant = Type.String({ format: "date-time", description: "RFC 3339, +07:00" });
const orNull = <Shape extends TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const choice = <const Values extends readonly string[]>(values: Values) => Type.String({ enum: [...values] });
const listOf = (item: TSchema) => Type.Object({ items: Type.Array(item), nextCursor: orNull(text) });
/** Named under `components/schemas`. */
const named = (name: string) => Type.Unsafe({ $ref: `#/components/schemas/${name}` });

const fault = Type.Object({
  path: Type.String({ description: "Where the fault is, as a JSON pointer or the name of a parameter" }),
  code: text,
  message: text,
});
const problem = Type.Object(
  {
    type: text,
    title: text,
    status: Type.Integer(),
    detail: Type.String({ description: "Tiếng Việt / English" }),
    requestId: text,
    errors: Type.Optional(Type.Array(fault)),
    state: Type.Optional(Type.String({ description: "With 409: the state the dossier is in now" })),
    nationalStatus: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  },
  { description: "RFC 9457" },
);

const deadline = Type.Object({ value: Type.Number(), unit: text });
const agency = Type.Object({ code: text, name: orNull(text) });
const procedureSummary = Type.Object({
  code: text,
  name: text,
  nameEn: text,
  field: text,
  level: choice(["province", "city", "commune"]),
  onlineLevel: Type.Number(),
  agency,
  deadline,
  version: Type.Integer(),
  links: Type.Record(Type.String(), text),
});
const procedure = Type.Object({
  code: text,
  name: text,
  nameEn: text,
  field: text,
  agency,
  deadline,
  version: Type.Object({ number: Type.Integer(), effectiveFrom: day, effectiveTo: orNull(day) }),
  fees: Type.Unknown(),
  components: Type.Array(
    Type.Object({
      componentKey: text,
      name: text,
      kind: text,
      required: Type.Boolean(),
      upload: choice(["none", "required", "optional"]),
    }),
  ),
  legalBasis: Type.Array(Type.Unknown()),
  units: Type.Array(Type.Object({ code: text, name: text, nameEn: text })),
  processSteps: Type.Array(
    Type.Object({ no: Type.Integer(), name: text, role: text, hours: orNull(Type.Number()), agency }),
  ),
  linked: orNull(
    Type.Object(
      {
        basis: text,
        parts: Type.Array(
          Type.Object({
            agency,
            task: text,
            taskEn: text,
            hours: Type.Number(),
            isLead: Type.Boolean(),
            steps: orNull(Type.Object({ from: Type.Integer(), through: Type.Integer() })),
          }),
        ),
      },
      { description: "Of a procedure that several agencies answer for; a part without steps runs beside them" },
    ),
  ),
  formSchema: Type.Object({}, { description: "JSON Schema 2020-12 of `answers`, with examples" }),
});

const unit = Type.Object({
  code: text,
  name: text,
  nameEn: text,
  kind: text,
  agencyId: orNull(text),
  children: Type.Array(named("Unit")),
});

const progress = {
  code: text,
  procedureCode: text,
  procedureName: text,
  unitCode: text,
  state: text,
  nationalStatus: Type.Integer({ minimum: 1, maximum: 10 }),
  submittedAt: instant,
  acceptedAt: orNull(instant),
  dueAt: orNull(instant),
  finishedAt: orNull(instant),
  returnedAt: orNull(instant),
};
const timelineEntry = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  type: text,
  at: instant,
  unitCode: orNull(text),
  unitName: orNull(text),
  role: orNull(text),
  state: text,
  dueAt: orNull(instant),
  paper: orNull(Type.Object({ kind: text, number: orNull(text) })),
  changed: Type.Optional(
    Type.Array(text, { description: "With a supplement: JSON pointers to the answers and components that changed" }),
  ),
  changes: Type.Optional(
    Type.Array(Type.Object({ path: text, before: Type.Unknown(), after: Type.Unknown() }), {
      description: "For officials: the same with what stood there before and what stands there now",
    }),
  ),
  missedDay: Type.Optional(
    orNull({ ...instant, description: "Of a body's answer that came after its day: when it was due" }),
  ),
  corrects: orNull(Type.Integer({ description: "Of a correction: the number of the event it names" })),
  correctedBy: orNull(Type.Integer({ description: "The number of the event that corrects this one" })),
  corrected: Type.Optional(
    Type.Object(
      { note: orNull(text), handedTo: orNull(text), verification: orNull(Type.Unknown()) },
      { description: "Of a correction: the words that stand now" },
    ),
  ),
  assignee: Type.Optional(
    Type.Union([Type.Object({ id: text, name: text }), Type.Null()], {
      description: "For officials: to whom the move gave the dossier by name",
    }),
  ),
});
const sum = (description: string) => Type.Integer({ description: `${description}, in whole đồng` });
const official = Type.Optional(orNull(text));
const approval = orNull(
  Type.Object({ isApproved: Type.Boolean(), decidedAt: instant, reason: orNull(text), decidedBy: official }),
);
const method = choice(["cash", "transfer"]);
const money = {
  finance: Type.Object(
    {
      status: choice(financeStatuses),
      due: sum("owed in all"),
      paid: sum("received"),
      refunded: sum("given back"),
      outstanding: sum("still to pay"),
      over: sum("kept beyond what is owed"),
    },
    { description: "How the dossier stands with money; apart from its state" },
  ),
  charges: Type.Array(
    Type.Object({
      id: orNull(text),
      feeIndex: orNull(Type.Integer()),
      kind: choice(["fee", "charge", "obligation"]),
      name: text,
      legalBasis: orNull(text),
      unitAmount: sum("rate"),
      quantity: Type.Integer(),
      gross: sum("rate times quantity"),
      relief: orNull(
        Type.Object({
          kind: choice(["exempt", "reduced"]),
          amount: sum("taken off"),
          state: choice(["granted", "awaiting", "declined"]),
        }),
      ),
      due: sum("owed for this"),
      timing: choice(["advance", "later"]),
      reason: orNull(text),
      replaces: orNull(text),
      setAt: orNull(instant),
      setBy: official,
      approval,
    }),
    { description: "What is owed now; id is null for the version's own fee that nobody has touched" },
  ),
  payments: Type.Array(
    Type.Object({
      id: text,
      method,
      amount: sum("received, or taken back when reverses is given"),
      paidAt: instant,
      recordedAt: instant,
      unitCode: text,
      reference: orNull(text),
      reverses: orNull(text),
      payer: orNull(text),
      reason: orNull(text),
      recordedBy: official,
    }),
  ),
  refunds: Type.Array(
    Type.Object({
      id: text,
      method,
      amount: sum("asked for"),
      state: choice(["asked", "approved", "declined", "paidOut"]),
      reason: orNull(text),
      askedAt: instant,
      askedBy: official,
      approval,
      paidAt: orNull(instant),
      reference: orNull(text),
      paidBy: official,
    }),
  ),
  transfer: orNull(
    Type.Object(
      {
        bankBin: text,
        bankName: text,
        bankNameEn: text,
        accountNumber: text,
        accountName: text,
        isSample: Type.Boolean(),
        amount: sum("to transfer"),
        purpose: text,
        vietQr: Type.String({ description: "The text of the VietQR code (EMVCo)" }),
      },
      { description: "How what is still owed can be transferred" },
    ),
  ),
};
const registerClosing = Type.Object({
  closedAt: instant,
  closedBy: text,
  count: Type.Integer(),
  hash: Type.String({ description: "SHA-256 over every line" }),
});
const parcels = Type.Array(
  Type.Object({
    trackingNumber: text,
    state: choice(["prepared", "handedOver", "delivered", "cameBack"]),
    preparedAt: instant,
    news: Type.Array(
      Type.Object({
        state: choice(["handedOver", "delivered", "cameBack"]),
        on: day,
        cause: orNull(choice(["notMet", "wrongAddress", "declined", "damaged"])),
      }),
    ),
  }),
  { description: "The way of the result by public post" },
);
const sums = {
  received: sum("received"),
  reversed: sum("taken back, below nought"),
  refunded: sum("given back, below nought"),
  net: sum("left"),
  count: Type.Integer(),
};

const dossier = Type.Object({
  ...progress,
  id: Type.String({ format: "uuid" }),
  channel: text,
  resultChannel: text,
  originalDueAt: orNull(instant),
  stepDueAt: orNull(instant),
  owner: orNull(Type.Object({})),
  submitter: orNull(Type.Object({ name: text })),
  represented: orNull(text),
  answers: orNull(Type.Object({})),
  components: orNull(Type.Array(Type.Object({}))),
  digitisation: Type.Array(
    Type.Object({
      of: Type.String({ description: "The key of a component, or `$result`" }),
      state: Type.Integer({
        minimum: 0,
        maximum: 3,
        description: "0 not digitised, 1 digitised, 2 re-used from another component, 3 re-used from an earlier result",
      }),
      isReused: Type.Boolean(),
      source: Type.Optional(orNull(text)),
    }),
    { description: "How each paper stands with digitisation; empty until it is recorded with acceptance" },
  ),
  holder: orNull(Type.Object({ unitCode: text, role: orNull(text), step: Type.Integer(), assigneeId: orNull(text) })),
  steps: Type.Array(
    Type.Object({ no: Type.Integer(), name: text, role: text, hours: orNull(Type.Number()), unitCode: text }),
  ),
  clock: Type.Array(Type.Object({ from: instant, to: orNull(instant), kind: text })),
  linked: orNull(
    Type.Array(
      Type.Object({
        unitCode: text,
        unitName: text,
        task: text,
        taskEn: text,
        hours: Type.Number({ description: "Its own limit, in office hours" }),
        isLead: Type.Boolean(),
        isBeside: Type.Boolean({ description: "Runs beside the steps from acceptance on" }),
        state: choice(["coming", "running", "waiting", "done", "ended"]),
        startedAt: orNull(instant),
        dueAt: orNull(instant),
        doneAt: orNull(instant),
        isLate: Type.Boolean(),
      }),
      { description: "The parts of a linked procedure; null when one agency answers for everything" },
    ),
  ),
  lateBodies: Type.Array(Type.Object({ unitCode: text, unitName: text, answerBy: instant }), {
    description: "Bodies asked for their opinion that have missed their day",
  }),
  timeline: Type.Array(named("TimelineEntry")),
  papers: Type.Array(Type.Object({ kind: text, id: text, number: orNull(text), issuedAt: instant })),
  ...money,
  parcels,
  eventCount: Type.Integer({ minimum: 1 }),
  moves: Type.Array(text, { description: "What the caller may do now" }),
  links: Type.Record(Type.String(), text),
});

const counts = {
  received: Type.Integer(),
  accepted: Type.Integer(),
  refused: Type.Integer(),
  early: Type.Integer(),
  onTime: Type.Integer(),
  late: Type.Integer(),
  returned: Type.Integer(),
};
const inTimeOrNot = Type.Object({ within: Type.Integer(), overdue: Type.Integer() });
/** How it stands now. */
const open = {
  inProcess: inTimeOrNot,
  firstAnswer: inTimeOrNot,
  waitingForAnswer: Type.Integer({ description: "firstAnswer, within and overdue together" }),
  waitingForCitizen: Type.Integer(),
  toReturn: Type.Integer(),
};

export const answerShapes: Readonly<Record<string, TSchema>> = {
  Problem: problem,
  Session: Type.Object({
    token: text,
    expiresAt: instant,
    actor: Type.Object({
      accountId: text,
      kind: choice(["citizen", "business", "official"]),
      login: text,
      name: text,
      roles: Type.Array(text),
    }),
  }),
  Sessions: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.Integer(),
        kind: choice(["browser", "program"]),
        device: Type.String({ description: "browser and system as they name themselves; empty when unknown" }),
        openedAt: instant,
        seenAt: instant,
        expiresAt: instant,
        isCurrent: Type.Boolean(),
      }),
    ),
  }),
  ProcedureList: listOf(procedureSummary),
  Procedure: procedure,
  Unit: unit,
  UnitTree: Type.Object({ items: Type.Array(named("Unit")) }),
  Upload: Type.Object({
    uploadId: Type.String({ format: "uuid" }),
    sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    size: Type.Integer({ minimum: 1 }),
    mediaType: text,
  }),
  Receipt: Type.Object({
    code: text,
    state: Type.Literal("submitted"),
    submittedAt: instant,
    lookupSecret: text,
    receipt: Type.Object({ leafHash: text }),
    links: Type.Record(Type.String(), text),
  }),
  Reception: Type.Object({
    code: text,
    state: text,
    dueAt: orNull(instant),
    paper: orNull(Type.Object({ id: text, number: text })),
    links: Type.Record(Type.String(), text),
  }),
  TimelineEntry: timelineEntry,
  Dossier: dossier,
  Money: Type.Object(money),
  OrderedPaper: Type.Object({
    id: Type.String({ format: "uuid" }),
    number: text,
    links: Type.Object({ pdf: text }),
  }),
  RegisterClosing: registerClosing,
  Register: Type.Object({
    unitCode: text,
    year: Type.Integer(),
    count: Type.Integer(),
    closing: orNull(registerClosing),
    items: Type.Array(
      Type.Object({
        no: Type.Integer({ description: "from 1 without a gap" }),
        code: text,
        content: text,
        sets: Type.Integer(),
        owner: text,
        address: orNull(text),
        phone: orNull(text),
        receivedAt: instant,
        dueAt: orNull(instant),
        resultAt: orNull(instant),
        returned: orNull(Type.Object({ at: instant, giver: text, receiver: text })),
        note: orNull(text),
      }),
    ),
    nextCursor: orNull(text),
  }),
  CashBook: Type.Object({
    unitCode: text,
    from: day,
    to: day,
    sums: Type.Object(sums),
    byMethod: Type.Array(Type.Object({ method, ...sums })),
    byOfficial: Type.Array(Type.Object({ name: orNull(text), ...sums, netCash: sum("cash to hand over") })),
    byAgency: Type.Array(Type.Object({ agency: text, ...sums })),
    items: Type.Array(
      Type.Object({
        id: text,
        kind: choice(["payment", "reversal", "refund"]),
        at: instant,
        dossierCode: text,
        procedureCode: text,
        method,
        amount: sum("received, or below nought what went out"),
        reference: orNull(text),
        official: orNull(text),
      }),
    ),
    nextCursor: orNull(text),
  }),
  Progress: Type.Object({ ...progress, timeline: Type.Optional(Type.Array(named("TimelineEntry"))) }),
  MovedMany: Type.Object({
    items: Type.Array(
      Type.Object({
        code: text,
        outcome: choice(Object.values(outcomeNames)),
        detail: text,
        reason: Type.Optional(text),
        state: Type.Optional(text),
        eventCount: Type.Optional(Type.Integer({ minimum: 1 })),
      }),
    ),
  }),
  Worklist: listOf(
    Type.Object({
      code: text,
      procedureCode: text,
      procedureName: text,
      ownerName: text,
      state: text,
      unitCode: text,
      holder: Type.Object({ unitCode: text, role: text, step: Type.Integer() }),
      isSentBack: Type.Boolean(),
      submittedAt: instant,
      dueAt: orNull(instant),
      stepDueAt: orNull(instant),
      actBy: instant,
      urgency: choice(["overdue", "due-soon", "waiting", "in-time"]),
      lateUnitCodes: Type.Optional(
        Type.Array(text, { description: "In the list of late bodies: which they are, the latest first" }),
      ),
      why: Type.Object(
        { time: choice(timeKinds), happened: orNull(choice(happenings)) },
        { description: "Why it stands where it stands, and what happened that makes it worth a look" },
      ),
    }),
  ),
  Due: Type.Object({
    dueAt: instant,
    convention: text,
    working: Type.Array(Type.Object({ from: instant, to: instant, counts: Type.Boolean(), reason: text })),
  }),
  FiguresToday: Type.Object({
    day,
    ...counts,
    ...open,
    byHour: Type.Array(Type.Object({ hour: Type.Integer(), ...counts })),
    byUnit: Type.Array(Type.Object({ unitCode: text, unitName: text, ...counts, ...open })),
    byChannel: Type.Array(Type.Object({ channel: Type.Integer(), ...counts })),
  }),
  EvaluationGiven: Type.Object({ code: text, isGiven: Type.Literal(true) }),
  DigitisationFigures: Type.Object({
    from: day,
    to: day,
    items: Type.Array(
      Type.Object({
        unitCode: text,
        unitName: text,
        accepted: Type.Integer(),
        whole: Type.Integer({ description: "Every component is digitised or re-used" }),
        reused: Type.Integer({ description: "At least one component is re-used" }),
        returned: Type.Integer(),
        resultDigitised: Type.Integer({ description: "Of the returned: the result is kept digitised" }),
      }),
    ),
    nextCursor: Type.Null(),
  }),
  Figures: Type.Object({
    by: choice(groupings),
    items: Type.Array(
      Type.Object({
        key: Type.String({
          description:
            "Code of a unit, code of a procedure, name of a field, hour such as 2026-11-24T09:00, day such as 2026-11-24, or channel: 1 counter, 2 online, 3 post",
        }),
        name: orNull(text),
        ...counts,
      }),
    ),
    nextCursor: Type.Null(),
  }),
  Verification: Type.Object({
    resultId: Type.String({ format: "uuid" }),
    isGenuine: Type.Boolean(),
    status: choice(["valid", "replaced", "cancelled", "expired", "broken"]),
    kind: text,
    title: text,
    number: orNull(text),
    issuedAt: instant,
    issuedBy: Type.Object({ unitCode: text, name: text }),
    validUntil: orNull(text),
    replacedBy: orNull(text),
    sha256: text,
    signatures: Type.Array(
      Type.Object({
        name: text,
        organisation: orNull(text),
        signedAt: orNull(instant),
        certificateSha256: text,
        isValid: Type.Boolean(),
        faults: Type.Array(Type.Unknown()),
      }),
    ),
  }),
};
