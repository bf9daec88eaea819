import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Code } from "#ui/confirmation/confirmation.tsx";
import { Shortcuts } from "#ui/shortcuts/shortcuts.tsx";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type DossierFrameProps = {
  readonly language: Language;
  readonly code: string;
  readonly title: Child;
  readonly person: string;
  readonly status: { readonly tone: Tone; readonly text: Child };
  readonly clock?: Child;
  readonly steps?: Child;
  /** What the person wrote. */
  readonly answers: Child;
  /** What they sent, and what was issued, viewed in place. */
  readonly papers: Child;
  /** What the official may do now. */
  readonly moves: Child;
  readonly history: Child;
  /** The answer to the move just made. */
  readonly notice?: Child;
};

/**
 * A dossier on an official's desk: answers left, papers in the middle, moves and history right. Below 1200 px one part at
 * a time as tabs (enhance); without JavaScript the parts follow each other, reached by the links on top.
 */
export function DossierFrame(props: DossierFrameProps) {
  const { language, code, title, person, status, clock, steps, answers, papers, moves, history, notice } = props;
  const t = uiTexts(language);
  const parts = [
    { id: "khai", name: t.answers, content: answers },
    { id: "giay-to", name: t.papers, content: papers },
    { id: "xu-ly", name: t.moves, content: moves },
    { id: "qua-trinh", name: t.history, content: history },
  ];
  return (
    <div class="dossier">
      <header class="dossier-head">
        <div class="dossier-name">
          <p class="dossier-code">
            <Code code={code} /> <StatusTag tone={status.tone}>{status.text}</StatusTag>
          </p>
          <h1>{person}</h1>
          <p class="dossier-title">{title}</p>
        </div>
        {clock && <div class="dossier-clock">{clock}</div>}
      </header>
      <Shortcuts of="desk" language={language} />
      {notice}
      {steps && <div class="dossier-steps">{steps}</div>}
      <div data-enhance="dossier-frame">
        <nav class="dossier-tabs" aria-label={t.parts}>
          <ul>
            {parts.map(({ id, name }) => (
              <li>
                <a class="queue" href={`#${id}`} data-part={id}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="dossier-parts">
          {parts.map(({ id, name, content }) => (
            <section class={`dossier-part dossier-${id}`} id={id} aria-labelledby={`${id}-ten`}>
              <h2 class="dossier-part-name" id={`${id}-ten`}>
                {name}
              </h2>
              {content}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
