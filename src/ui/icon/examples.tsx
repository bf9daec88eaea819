import type { Example } from "#ui/example.ts";
import { Icon, type IconName } from "./icon.tsx";

const names: readonly IconName[] = [
  "check",
  "cross",
  "warning",
  "info",
  "clock",
  "pause",
  "search",
  "arrowLeft",
  "arrowRight",
  "chevron",
  "file",
  "upload",
  "download",
  "print",
  "person",
  "money",
  "place",
  "online",
  "undo",
  "external",
];

export const examples: readonly Example[] = [
  {
    name: "tất cả",
    render: () => (
      <ul class="columns">
        {names.map((name) => (
          <li>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    ),
  },
];
