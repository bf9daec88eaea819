export {
  firstStep,
  isLastStep,
  nextStep,
  type Process,
  plannedHoursThrough,
  previousStep,
  processOf,
  type Step,
  stepAt,
} from "./process.ts";
export { faultInWords, type ProcessFault, processFaults } from "./soundness.ts";
