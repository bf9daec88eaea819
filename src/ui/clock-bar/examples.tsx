import type { Example } from "#ui/example.ts";
import { ClockBar } from "./clock-bar.tsx";

const receivedAt = new Date("2026-11-16T01:12:00Z");
const dueAt = new Date("2026-11-26T09:30:00Z");

export const examples: readonly Example[] = [
  {
    name: "còn nhiều",
    render: () => (
      <ClockBar
        language="vi"
        receivedAt={receivedAt}
        dueAt={dueAt}
        limitMinutes={2400}
        stretches={[{ kind: "worked", minutes: 900 }]}
      />
    ),
  },
  {
    name: "có tạm dừng, sắp hết",
    render: () => (
      <ClockBar
        language="vi"
        receivedAt={receivedAt}
        dueAt={dueAt}
        limitMinutes={2400}
        stretches={[
          { kind: "worked", minutes: 600 },
          { kind: "paused", minutes: 960 },
          { kind: "worked", minutes: 1480 },
        ]}
      />
    ),
  },
  {
    name: "quá hạn",
    render: () => (
      <ClockBar
        language="vi"
        receivedAt={receivedAt}
        dueAt={dueAt}
        limitMinutes={960}
        stretches={[
          { kind: "worked", minutes: 700 },
          { kind: "paused", minutes: 240 },
          { kind: "worked", minutes: 500 },
        ]}
      />
    ),
  },
  {
    name: "gọn, tiếng Anh",
    render: () => (
      <ClockBar language="en" compact receivedAt={receivedAt} dueAt={dueAt} limitMinutes={480} stretches={[]} />
    ),
  },
];
