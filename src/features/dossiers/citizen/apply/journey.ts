/** A way through the pages of a form: of a dossier being prepared, or of what is corrected in one that was sent. */
import type { DraftChange, DraftPart } from "#features/eforms/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { Result } from "#foundation/result/index.ts";
import type { Application, ApplyPage } from "./application.ts";

export type JourneyLinks = {
  readonly page: (page: ApplyPage) => string;
  /** Where all parts stand side by side, and what that page is called. */
  readonly parts: string;
  readonly partsTitle: string;
  readonly check: string;
};

export type Journey = {
  readonly application: Application;
  /** Undefined while nothing was saved. */
  readonly savedAt: Date | undefined;
  readonly links: JourneyLinks;
  /** What the city asked for, by component, when it did. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  /** Shown above every page of questions. */
  readonly reminder?: Child;
  /** `seen`: the mark of the part as it was shown; null saves over whatever is there. */
  readonly save: (
    part: DraftPart,
    seen: string | null,
    change: DraftChange,
  ) => Promise<Result<Journey, JourneyRefusal>>;
};

export type JourneyRefusal =
  | { readonly reason: "gone" }
  /** The part was changed elsewhere since it was shown; here is what it says now. */
  | { readonly reason: "saved-elsewhere"; readonly journey: Journey };
