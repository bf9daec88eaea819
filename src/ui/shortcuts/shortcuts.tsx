/** The keys of a page in a dialog, and the switch that turns them off (WCAG 2.1.4). Shown by the script that serves them. */
import type { Language } from "#foundation/i18n/index.ts";
import { type ShortcutTexts, shortcutTexts } from "./texts.ts";

type Shortcut = { readonly keys: readonly string[]; readonly does: keyof ShortcutTexts["keys"] };

const everywhere: readonly Shortcut[] = [
  { keys: ["/"], does: "search" },
  { keys: ["?"], does: "help" },
];

const shortcuts = {
  list: [
    { keys: ["j", "↓"], does: "down" },
    { keys: ["k", "↑"], does: "up" },
    { keys: ["Enter"], does: "open" },
    { keys: ["x"], does: "tick" },
    { keys: ["a"], does: "tickAll" },
    ...everywhere,
  ],
  desk: [
    { keys: ["1", "2", "3", "4"], does: "part" },
    { keys: ["j"], does: "nextPart" },
    { keys: ["k"], does: "previousPart" },
    { keys: ["u"], does: "back" },
    ...everywhere,
  ],
} as const satisfies Record<string, readonly Shortcut[]>;

export function Shortcuts({ of, language }: { readonly of: keyof typeof shortcuts; readonly language: Language }) {
  const t = shortcutTexts(language);
  const id = `phim-tat-${of}`;
  return (
    <div class="shortcuts" data-enhance="shortcuts" hidden>
      <button class="button button-quiet shortcuts-button" type="button" data-shortcuts="open" aria-haspopup="dialog">
        {t.button} <kbd>?</kbd>
      </button>
      <dialog class="shortcuts-dialog" aria-labelledby={id}>
        <h2 id={id}>{t.title}</h2>
        <dl class="shortcuts-keys">
          {shortcuts[of].map(({ keys, does }) => (
            <div>
              <dt>
                {keys.map((key, at) => (
                  <>
                    {at > 0 && ` ${t.or} `}
                    <kbd>{key}</kbd>
                  </>
                ))}
              </dt>
              <dd>{t.keys[does]}</dd>
            </div>
          ))}
        </dl>
        <div class="choice">
          <input
            class="choice-box"
            type="checkbox"
            id={`${id}-dung`}
            data-shortcuts="use"
            aria-describedby={`${id}-dung-hint`}
          />
          <label class="choice-label" for={`${id}-dung`}>
            {t.use}
          </label>
          <div class="choice-hint" id={`${id}-dung-hint`}>
            {t.useHint}
          </div>
        </div>
        <button class="button button-secondary" type="button" data-shortcuts="close">
          {t.close}
        </button>
      </dialog>
    </div>
  );
}
