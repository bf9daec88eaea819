import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { examples } from "#ui/examples.ts";
import { CitizenPage, type Frame } from "#ui/layouts/index.ts";

const parts = [...new Set(examples.map(({ part }) => part))];

function Part({ part }: { part: string }): ReturnType<typeof CitizenPage> {
  const states: Child = examples
    .filter((example) => example.part === part)
    .map(({ name, render }) => (
      <section class="gallery-example" aria-label={`${part}: ${name}`}>
        <p class="gallery-name">{name}</p>
        <div class="gallery-stage">{render()}</div>
      </section>
    ));
  return (
    <section class="gallery-part" id={part}>
      <p class="gallery-title">{part}</p>
      {states}
    </section>
  );
}

/** All parts with their examples, for those who design, build and check. `only` shows one part. */
export function GalleryPage({ frame, only }: { readonly frame: Frame; readonly only?: string | undefined }) {
  const shown = only === undefined ? parts : parts.filter((part) => part === only);
  return (
    <CitizenPage frame={{ ...frame, demo: false }} title="Các bộ phận giao diện" isPrivate showsStaffParts>
      <h1>Các bộ phận giao diện</h1>
      <nav aria-label="Các bộ phận">
        <ul class="gallery-index">
          {parts.map((part) => (
            <li>
              <a href={`#${part}`}>{part}</a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map((part) => (
        <Part part={part} />
      ))}
    </CitizenPage>
  );
}
