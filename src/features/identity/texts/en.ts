import type { IdentityTexts } from "./vi.ts";

export const en = {
  signIn: {
    title: "Sign in",
    lead: "Use your account to send a dossier, follow it, or do your work.",
    login: "Mobile number, e-mail or login",
    password: "Password",
    submit: "Sign in",
    demo: "This is a demonstration. Sign in with one of the sample accounts below; the password of each is “motcua-demo”.",
    demoAccounts: "Sample accounts",
    demoWarning: "In this demonstration, officials sign in without a second factor.",
    needed: "Sign in to see this page.",
    ended: "You have signed out.",
    refusals: {
      "unknown-login-or-password": "The login or the password is not right. Check them and try again.",
      "too-many-failures": "Too many wrong attempts. Try again in 15 minutes.",
      busy: "Too many people are signing in right now. Try again in a minute.",
    },
    missingLogin: "Enter your login.",
    missingPassword: "Enter your password.",
  },
  sessions: {
    title: "Where you are signed in",
    lead: "Your account is signed in at these places. If one of them is not yours, end that session: that place has to sign in again at once.",
    opened: "Signed in",
    seen: "Last used",
    current: "This session",
    unknown: "Unknown device",
    program: (device) => `Program (${device})`,
    end: "End",
    endThis: (device, opened) => `End the session on ${device}, signed in ${opened}`,
    endOthers: "End all other sessions",
    endedOne: "The session has ended. That place has to sign in again.",
    endedOthers: (count) =>
      count === 1
        ? "One other session has ended. Only this one is left."
        : `${count} other sessions have ended. Only this one is left.`,
  },
  password: {
    title: "Change the password",
    lead: "Once it is changed, every other place that uses this account has to sign in again with the new password.",
    current: "Present password",
    next: "New password",
    hint: (least) =>
      `At least ${least} characters. Best is a short sentence that you remember and others do not guess; spaces and marks are fine.`,
    again: "New password again",
    submit: "Change the password",
    link: "Change the password",
    done: (others) =>
      others === 0
        ? "The password is changed."
        : `The password is changed and ${others} other ${others === 1 ? "session has" : "sessions have"} ended.`,
    shared: "This sample account of the demonstration is shared by everybody, so its password stays.",
    faults: {
      currentMissing: "Enter the present password.",
      currentWrong: "The present password is not right.",
      missing: "Enter a new password.",
      same: "The new password must differ from the present one.",
      tooShort: (least) => `The new password needs at least ${least} characters.`,
      tooLong: "The new password is longer than 200 characters.",
      tooCommon: "The new password is a word that is tried first. Choose another.",
      aRow: "The new password is a row of keys or repeats itself. Choose another.",
      likeYou: "The new password holds your name or login. Choose another.",
      differs: "The new password was not typed the same way twice.",
    },
  },
  signOut: "Sign out",
  roles: {
    reception: "Reception",
    specialist: "Case officer",
    head_of_office: "Head of division",
    leader: "Leader",
    clerk: "Records clerk",
    return: "Result desk",
    director: "Direction",
    inspector: "Inspectorate",
    quality: "Quality",
    admin: "Administration",
  },
  demoPeople: {
    citizen: "Citizen",
    business: "Business",
    reception: "Reception officer, city one-stop unit",
    specialist: "Case officer",
    leader: "Leader who signs",
    "reception-ward": "Reception officer, wards and communes",
    "leader-ward": "Leader, wards and communes",
    director: "Direction",
    inspector: "Inspector",
    quality: "Quality manager",
    admin: "Administrator",
  },
} as const satisfies IdentityTexts;
