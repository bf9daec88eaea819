/** What will befall a dossier, drawn once at its birth: so its life is the same whatever happens to others. */
import type { Random } from "./random.ts";

export type Traits = {
  readonly isRecalled: boolean;
  readonly isRefusedAtIntake: boolean;
  readonly asksForSupplement: "at intake" | "in handling" | "twice" | null;
  readonly isNeverSupplemented: boolean;
  readonly isWithdrawn: boolean;
  readonly isWithdrawalGranted: boolean;
  readonly getsGuidance: boolean;
  readonly isVerified: boolean;
  readonly consults: boolean;
  readonly consultedAnswerLate: boolean;
  readonly isSentBack: boolean;
  readonly isRefusedAfterAppraisal: boolean;
  readonly isApologisedForWhenLate: boolean;
  readonly isNeverCollected: boolean;
  /** How long each step takes, against what is planned for it. */
  readonly pace: number;
};

/** Shares that a city would call ordinary; a few in a hundred go each of the special ways. */
export function traitsOf(random: Random): Traits {
  const supplement = random.number();
  return {
    isRecalled: random.chance(0.01),
    isRefusedAtIntake: random.chance(0.03),
    asksForSupplement:
      supplement < 0.07 ? "at intake" : supplement < 0.1 ? "in handling" : supplement < 0.105 ? "twice" : null,
    isNeverSupplemented: random.chance(0.08),
    isWithdrawn: random.chance(0.012),
    isWithdrawalGranted: random.chance(0.75),
    getsGuidance: random.chance(0.03),
    isVerified: random.chance(0.04),
    consults: random.chance(0.03),
    consultedAnswerLate: random.chance(0.2),
    isSentBack: random.chance(0.04),
    isRefusedAfterAppraisal: random.chance(0.02),
    isApologisedForWhenLate: random.chance(0.6),
    isNeverCollected: random.chance(0.03),
    pace: 0.65 * random.pace(0.55),
  };
}
