/** What happens next to a dossier, by whom and after how long: the ways of citizens and officials, as one table of states. Pure. */
import {
  type Dossier,
  type DossierStep,
  type MoveName,
  type MoveRequest,
  moveOfStep,
  nothingSaid,
} from "#features/dossiers/index.ts";
import type { Role } from "#features/identity/index.ts";
import type { Random } from "./random.ts";
import type { Traits } from "./traits.ts";

export type Actor =
  | { readonly kind: "applicant" }
  | { readonly kind: "official"; readonly role: Role; readonly unitId: number }
  /** Whoever has it in hand by name. */
  | { readonly kind: "assignee"; readonly role: Role; readonly unitId: number };

export type NextStep = {
  /** Hours of work for officials, hours of the clock for applicants. */
  readonly afterHours: number;
  readonly by: Actor;
  readonly move: MoveName;
  readonly said: Partial<MoveRequest>;
};

export type Life = {
  readonly dossier: Dossier;
  readonly steps: readonly DossierStep[];
  readonly traits: Traits;
  /** What was done already of what is done once. */
  readonly done: ReadonlySet<string>;
  readonly now: Date;
  /** Codes of offices that may be asked for their opinion. */
  readonly offices: readonly string[];
  /** The first working day after the given number of days, YYYY-MM-DD. */
  readonly workingDayIn: (days: number) => string;
  readonly legalBasis: string;
};

/** Null when nothing more will happen. */
export function nextStep(life: Life, random: Random): NextStep | null {
  const { dossier } = life;
  switch (dossier.state) {
    case "submitted":
      return atIntake(life, random);
    case "awaitingSupplement":
      return ofApplicant(life, random);
    case "withdrawalRequested":
      return ofLeaderAskedToStop(life, random);
    case "accepted":
    case "inProgress":
      return besideTheStep(life, random) ?? ofTheStep(life, random);
    case "finished":
      return ofTheStep(life, random);
    default:
      return null;
  }
}

function atIntake({ dossier, traits, done, legalBasis }: Life, random: Random): NextStep | null {
  const reception = holder(dossier);
  if (reception === null) return null;
  if (traits.isRecalled)
    return { afterHours: random.between(0.02, 0.15), by: { kind: "applicant" }, move: "recall", said: {} };
  const afterHours = random.between(0.2, 5) * traits.pace;
  const asks = traits.asksForSupplement === "at intake" || traits.asksForSupplement === "twice";
  if (asks && !done.has("requestSupplement")) return supplementRequest(afterHours, reception, legalBasis, random);
  if (traits.isRefusedAtIntake) {
    return { afterHours, by: reception, move: "refuse", said: { note: random.pick(refusals) } };
  }
  if (traits.getsGuidance && !done.has("giveGuidance")) {
    return { afterHours: afterHours / 2, by: reception, move: "giveGuidance", said: { note: random.pick(guidances) } };
  }
  return { afterHours, by: reception, move: "accept", said: {} };
}

function ofApplicant({ traits }: Life, random: Random): NextStep | null {
  if (traits.isNeverSupplemented) return null;
  return {
    afterHours: random.between(3, 120),
    by: { kind: "applicant" },
    move: "supplement",
    said: { supplement: {} },
  };
}

function ofLeaderAskedToStop({ steps, traits }: Life, random: Random): NextStep | null {
  const leader = leaderOf(steps);
  if (leader === null) return null;
  const afterHours = random.between(1, 10);
  if (!traits.isWithdrawalGranted) {
    return {
      afterHours,
      by: leader,
      move: "declineWithdrawal",
      said: { note: "Kết quả đã được trình ký, hồ sơ sắp xong." },
    };
  }
  const settlement = { paid: 0, refundable: 0, papers: "" };
  return { afterHours, by: leader, move: "stop", said: { note: "Theo đề nghị của người nộp.", settlement } };
}

/** What is asked, recorded or decided while the step itself goes on. */
function besideTheStep(life: Life, random: Random): NextStep | null {
  const { dossier, steps, traits, done, offices, workingDayIn, legalBasis, now } = life;
  const leader = leaderOf(steps);
  if (dossier.awaitsLeader === "apology" && leader !== null) {
    return { afterHours: random.between(0.2, 2), by: leader, move: "apologise", said: {} };
  }
  if (dossier.awaitsLeader === "supplement" && leader !== null) {
    const said = { note: "Đồng ý cho yêu cầu bổ sung lần cuối." };
    return { afterHours: random.between(0.5, 4), by: leader, move: "permitSupplement", said };
  }
  const asked = dossier.consultedUnits?.[0];
  if (asked !== undefined) {
    const by: Actor = { kind: "official", role: "specialist", unitId: asked };
    const afterHours = traits.consultedAnswerLate ? random.between(18, 40) : random.between(1, 7);
    return { afterHours, by, move: "answerConsultation", said: { note: "Nhất trí với nội dung được hỏi." } };
  }
  if (traits.isWithdrawn && !done.has("withdraw")) {
    const said = { note: "Tôi không còn nhu cầu." };
    return { afterHours: random.between(1, 20), by: { kind: "applicant" }, move: "withdraw", said };
  }
  if (dossier.holderRole !== "specialist") return null;
  const specialist = holder(dossier);
  if (specialist === null) return null;
  const isAskedLater = traits.asksForSupplement === "in handling" || traits.asksForSupplement === "twice";
  if (isAskedLater && traits.asksForSupplement === "twice" && dossier.supplementCount >= dossier.supplementLimit) {
    if (done.has("askSecondSupplement")) return null;
    const said = { note: "Giấy tờ bổ sung vẫn chưa có chữ ký." };
    return { afterHours: 0.5, by: specialist, move: "askSecondSupplement", said };
  }
  if (isAskedLater && dossier.supplementCount < dossier.supplementLimit && !done.has("requestSupplement in handling")) {
    return supplementRequest(random.between(0.5, 4), specialist, legalBasis, random);
  }
  if (traits.isVerified && !done.has("recordVerification")) {
    const verification = { on: "Sáng cùng ngày", place: "Tại tổ dân phố", participants: "Tổ trưởng tổ dân phố" };
    const said = { note: "Nội dung kê khai đúng thực tế.", verification };
    return { afterHours: random.between(1, 4), by: specialist, move: "recordVerification", said };
  }
  if (traits.consults && !done.has("consult") && offices.length > 0) {
    const said = {
      note: "Đề nghị cho ý kiến về nội dung kê khai.",
      unitCodes: [random.pick(offices)],
      answerBy: workingDayIn(2),
    };
    return { afterHours: random.between(0.5, 3), by: specialist, move: "consult", said };
  }
  if (isGoingToBeLate(life) && traits.isApologisedForWhenLate && !done.has("proposeApology")) {
    const cause = random.pick(["workload", "consultation", "verification", "absence"] as const);
    const daysLeft = dossier.dueAt === null ? 0 : (dossier.dueAt.getTime() - now.getTime()) / 86_400_000;
    const said = { note: "Nội dung cần xác minh thêm.", cause, newDueOn: workingDayIn(Math.ceil(daysLeft) + 4) };
    return { afterHours: random.between(0.1, 0.5), by: specialist, move: "proposeApology", said };
  }
  return null;
}

/** Slow people see it coming: a pace well above the plan. */
function isGoingToBeLate({ traits, dossier }: Life): boolean {
  return traits.pace > 1.3 && dossier.rescheduledCount === 0 && dossier.dueAt !== null;
}

function ofTheStep({ dossier, steps, traits, done }: Life, random: Random): NextStep | null {
  const present = steps[dossier.step];
  const by = holder(dossier);
  const move = moveOfStep(steps, dossier.step);
  if (present === undefined || by === null || move === null) return null;
  const afterHours = present.hours * random.between(0.3, 1) * traits.pace;
  if (move === "returnResult") {
    if (traits.isNeverCollected) return null;
    return { afterHours: random.between(0.2, 6), by, move, said: { handedTo: "Người nộp hồ sơ" } };
  }
  if (present.role === "leader" && traits.isSentBack && !done.has("sendBack") && dossier.state === "inProgress") {
    return { afterHours, by, move: "sendBack", said: { note: "Đề nghị nêu rõ căn cứ pháp lý." } };
  }
  if (move === "proposeResult") {
    const outcome = traits.isRefusedAfterAppraisal ? ("refuse" as const) : ("grant" as const);
    const proposal =
      outcome === "refuse" ? "Không đủ điều kiện theo quy định hiện hành." : "Hồ sơ đủ điều kiện, đề nghị chấp thuận.";
    return { afterHours, by, move, said: { proposal, outcome } };
  }
  return { afterHours, by, move, said: {} };
}

function supplementRequest(afterHours: number, by: Actor, legalBasis: string, random: Random): NextStep {
  const faults = [{ legalBasis, message: random.pick(missing) }];
  return { afterHours, by, move: "requestSupplement", said: { faults } };
}

function holder({ holderUnitId, holderRole, assigneeId }: Dossier): Actor | null {
  if (holderUnitId === null || holderRole === null) return null;
  return { kind: assigneeId === null ? "official" : "assignee", role: holderRole, unitId: holderUnitId };
}

function leaderOf(steps: readonly DossierStep[]): Actor | null {
  const step = steps.findLast(({ role }) => role === "leader");
  return step === undefined ? null : { kind: "official", role: "leader", unitId: step.unitId };
}

export function requestOf({ said }: NextStep): MoveRequest {
  return { ...nothingSaid, ...said };
}

const missing = [
  "Bản chụp bị mờ, không đọc được số; đề nghị chụp lại.",
  "Thiếu trang thứ hai của giấy tờ, đề nghị gửi đủ.",
  "Thiếu văn bản ủy quyền có chữ ký của người ủy quyền.",
];
const refusals = [
  "Hồ sơ thuộc thẩm quyền của cơ quan khác; đề nghị nộp tại nơi cư trú.",
  "Nội dung đề nghị đã được giải quyết ở hồ sơ trước.",
];
const guidances = [
  "Khi đến nhận kết quả, đề nghị mang theo giấy tờ tùy thân.",
  "Có thể nhận kết quả trực tuyến, không cần đến bộ phận một cửa.",
];
