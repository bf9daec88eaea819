import type { Language } from "#foundation/i18n/index.ts";
import { raw } from "#foundation/jsx/html.ts";

/** A list of lines stands for a list. */
export type Paragraph = string | readonly string[];

const doctype = raw("<!doctype html>");

/** An e-mail as plain as a letter: no picture, no style, nothing that is fetched, readable in every program and aloud. */
export function MailPage({
  language,
  paragraphs,
  why,
  stop,
}: {
  readonly language: Language;
  readonly paragraphs: readonly Paragraph[];
  readonly why: string;
  readonly stop: { readonly text: string; readonly href: string } | null;
}) {
  return (
    <>
      {doctype}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
        </head>
        <body>
          {paragraphs.map((one) =>
            typeof one === "string" ? (
              <p>
                <Linked text={one} />
              </p>
            ) : (
              <ul>
                {one.map((line) => (
                  <li>
                    <Linked text={line} />
                  </li>
                ))}
              </ul>
            ),
          )}
          <hr />
          <p>
            <small>
              {why} {stop !== null && <a href={stop.href}>{stop.text}</a>}
            </small>
          </p>
        </body>
      </html>
    </>
  );
}

/** Addresses of the web that stand in a text lead there. */
function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/);
  return <>{parts.map((part, at) => (at % 2 === 1 ? <a href={part}>{part}</a> : part))}</>;
}
