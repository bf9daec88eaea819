/**
 * What an official had typed when somebody else acted first. It was not recorded and must not be lost: it stays to be read
 * and copied, also when that move is no longer offered, beside what the colleague did meanwhile.
 */
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { MoveName } from "../moves.ts";
import { dossierTexts } from "../texts/index.ts";

export type Unsent = {
  readonly move: MoveName;
  /** The number of the last event that stood on the page on which it was typed. */
  readonly seenEvent: number;
  readonly texts: readonly string[];
};

/** The words of a form that was refused because the dossier had moved on; choices and hidden values are not words. */
export function unsentIn(move: MoveName, form: URLSearchParams): Unsent {
  const isWords = (name: string) =>
    ["note", "proposal", "handedTo", "loi-khac", "participants", "place", "papers"].includes(name) ||
    name.startsWith("loi.");
  const texts = [...form].flatMap(([name, value]) => (isWords(name) && value.trim() !== "" ? [value.trim()] : []));
  return { move, seenEvent: Number(form.get("seenEvent")) || 0, texts };
}

export function UnsentPart({
  unsent,
  meanwhile,
  language,
}: {
  readonly unsent: Unsent;
  readonly meanwhile: Child;
  readonly language: Language;
}) {
  const t = texts(language);
  return (
    <section class="unsent" aria-labelledby="chua-ghi-ten">
      <h2 id="chua-ghi-ten">{t.title}</h2>
      <div class="unsent-sides">
        <div>
          <h3>{t.yours(dossierTexts(language).moves[unsent.move])}</h3>
          {unsent.texts.length === 0 ? <p>{t.noWords}</p> : unsent.texts.map((text) => <blockquote>{text}</blockquote>)}
        </div>
        <div>
          <h3>{t.theirs}</h3>
          {meanwhile}
        </div>
      </div>
    </section>
  );
}

const vi = {
  title: "Việc của bạn chưa được ghi nhận",
  yours: (move: string) => `Bạn định: ${move}`,
  noWords: "Bạn chưa nhập nội dung nào.",
  theirs: "Trong lúc đó đã có",
};

const en: typeof vi = {
  title: "What you did was not recorded",
  yours: (move) => `You were about to: ${move}`,
  noWords: "You had not written anything.",
  theirs: "What happened meanwhile",
};

function texts(language: Language): typeof vi {
  return language === "vi" ? vi : en;
}
