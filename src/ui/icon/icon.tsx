import { type Html, raw } from "#foundation/jsx/html.ts";

// Drawn on a 20 × 20 grid with a 2 px line, in the colour of the text beside them.
const shapes = {
  check: '<path d="m4 10.5 4 4 8-9"/>',
  cross: '<path d="m5 5 10 10M15 5 5 15"/>',
  warning: '<path d="M10 3 18 17H2Z"/><path d="M10 8v4M10 14.2v.3"/>',
  info: '<circle cx="10" cy="10" r="7.5"/><path d="M10 9.5v4M10 6.2v.3"/>',
  clock: '<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>',
  pause: '<path d="M7 5v10M13 5v10"/>',
  search: '<circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 4.5 4.5"/>',
  arrowLeft: '<path d="M16 10H4M9 5l-5 5 5 5"/>',
  arrowRight: '<path d="M4 10h12M11 5l5 5-5 5"/>',
  chevron: '<path d="m7 4 6 6-6 6"/>',
  file: '<path d="M5 2.5h6.5L15 6v11.5H5Z"/><path d="M11 2.5V6.5h4"/>',
  upload: '<path d="M10 13V3.5M6 7l4-4 4 4M3.5 13v3.5h13V13"/>',
  download: '<path d="M10 3v9.5M6 9l4 4 4-4M3.5 13v3.5h13V13"/>',
  print: '<path d="M6 7V3h8v4M6 14H3V7h14v7h-3"/><path d="M6 11.5h8V17H6Z"/>',
  person: '<circle cx="10" cy="6.5" r="3.5"/><path d="M3 17.5c.5-4 3.5-5.5 7-5.500s6.5 1.5 7 5.5"/>',
  money: '<rect x="2" y="5" width="16" height="10" rx="1"/><circle cx="10" cy="10" r="2.3"/>',
  place: '<path d="M10 18S4 12 4 7.800a6 6 0 0 1 12 0C16 12 10 18 10 18Z"/><circle cx="10" cy="8" r="2"/>',
  online: '<rect x="2.5" y="3.5" width="15" height="10" rx="1"/><path d="M7 17h6M10 13.500V17"/>',
  undo: '<path d="M7 4 3 8l4 4"/><path d="M3 8h8.500a4.5 4.5 0 0 1 0 9H7"/>',
  bell: '<path d="M5 14V9a5 5 0 0 1 10 0v5l1.500 1.500h-13Z"/><path d="M8.500 17.800h3"/>',
  external: '<path d="M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8"/>',
} as const;

export type IconName = keyof typeof shapes;

const drawn = new Map<IconName, Html>();

/** Always beside a word that says the same, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): Html {
  let icon = drawn.get(name);
  if (!icon) {
    icon = raw(
      `<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes[name]}</svg>`,
    );
    drawn.set(name, icon);
  }
  return icon;
}
