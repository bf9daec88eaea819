import { formatDay, formatNumber } from "#foundation/i18n/index.ts";
import type { Texts } from "./vi.ts";

const quoted = (label: string) => `“${label}”`;
const count = (bound: string | number) => (typeof bound === "number" ? formatNumber(bound) : bound);

export const en = {
  problems: {
    required: ({ label, bound }) =>
      bound === "choice" ? `Choose an answer for ${quoted(label)}.` : `Enter ${quoted(label)}.`,
    unknownField: ({ label }) => `This form has no field ${quoted(label)}. Leave it out.`,
    type: ({ label }) => `${quoted(label)} is of the wrong type. Send it as the published schema says.`,
    empty: ({ label }) => `${quoted(label)} is empty. Enter an answer, or leave the field out.`,
    tooLong: ({ label, bound }) => `${quoted(label)} is too long. Shorten it to ${count(bound)} characters at most.`,
    date: ({ label }) => `${quoted(label)} must be a day that exists, for example 24/11/2020.`,
    dateTooEarly: ({ label, bound }) => `${quoted(label)} must be on or after ${formatDay(String(bound))}.`,
    dateTooLate: ({ label, bound }) =>
      `${quoted(label)} must not be after today, ${formatDay(String(bound))}. Check day, month and year.`,
    dateBeforeOther: ({ label, bound }) => `${quoted(label)} must be on or after ${quoted(String(bound))}.`,
    number: ({ label }) => `${quoted(label)} must be a number, for example 12 or 12,5.`,
    wholeNumber: ({ label }) => `${quoted(label)} must be a whole number.`,
    tooSmall: ({ label, bound }) => `${quoted(label)} must be ${count(bound)} or more.`,
    tooLarge: ({ label, bound }) => `${quoted(label)} must be ${count(bound)} or less.`,
    option: ({ label }) => `Choose one of the given answers for ${quoted(label)}.`,
    phone: ({ label }) => `${quoted(label)} must have 10 digits, for example 0912 345 678 or +84 912 345 678.`,
    email: ({ label }) => `${quoted(label)} must look like name@example.com.`,
    idNumber: ({ label }) =>
      `${quoted(label)} must be a 12-digit citizen number or the number of another paper this form takes. Compare it with the paper.`,
    identityPaper: ({ label }) =>
      `${quoted(label)} must contain the number of a paper: 12 digits (citizen card), 9 digits (old identity card) or a passport number.`,
    upload: ({ label }) => `A file of ${quoted(label)} is not known. Upload it again.`,
    tooManyFiles: ({ label, bound }) => `${quoted(label)} takes ${count(bound)} files at most. Remove some.`,
    tooFewRows: ({ label, bound }) => `Give at least ${count(bound)} in ${quoted(label)}.`,
    tooManyRows: ({ label, bound }) => `${quoted(label)} takes ${count(bound)} at most. Remove some.`,
  },
  page: {
    continue: "Save and continue",
    saveForLater: "Save and come back later",
    onlyWhen: (question, answers) => `Answer only if ${quoted(question)} is ${answers}.`,
    or: (answers) => answers.map(quoted).join(" or "),
    nothingSaved: "No change has been saved yet",
    savedAt: (time) => `Saved at ${time}`,
    saving: "Saving…",
    saveFailed: "Not saved yet. We will try again when there is a connection; you can go on.",
    savedElsewhere: "This part was changed in another tab or on another device.",
    savedElsewhereLong: (time) =>
      `This part was saved in another tab or on another device at ${time}. The boxes below keep what you just entered here. Press “Save and continue” to use it, or open the page again to see what was saved.`,
    openSaved: "Open what was saved",
    filesLater: "Files for this question are uploaded in the part “Attachments”.",
    addRow: (what) => `Add ${what.toLowerCase()}`,
    removeRow: (what, number) => `Remove ${what.toLowerCase()} ${number}`,
    rowTitle: (what, number) => `${what} ${number}`,
    look: "Please check",
    nothingSaid: "Nothing given",
  },
  warnings: {
    numberAndBirthDiffer: (numberYear) =>
      `The ID number says the year of birth is ${numberYear}, which differs from the date of birth given. Please check; if it is right you can still send.`,
    numberAndGenderDiffer: (gender) =>
      `The ID number says ${gender}, which differs from the sex given. Please check; if it is right you can still send.`,
    belowAge: (years, law) =>
      `By the date of birth given this person is not yet ${years} (${law}). Please check before sending.`,
  },
} satisfies Texts;
