import type { Example } from "#ui/example.ts";
import { Timeline } from "./timeline.tsx";

export const examples: readonly Example[] = [
  {
    name: "quá trình",
    render: () => (
      <Timeline
        label="Quá trình giải quyết"
        moments={[
          {
            at: new Date("2026-11-24T03:40:00Z"),
            title: "Trình lãnh đạo ký",
            by: "Công chức tư pháp – hộ tịch, phường Lam Sơn",
            tone: "calm",
          },
          {
            at: new Date("2026-11-23T02:05:00Z"),
            title: "Yêu cầu bổ sung",
            by: "Một cửa phường Lam Sơn",
            tone: "soon",
            detail: (
              <ul>
                <li>Giấy chứng sinh: ảnh chụp mất góc dưới, không đọc được số.</li>
                <li>Tờ khai: thiếu số định danh của mẹ.</li>
              </ul>
            ),
          },
          { at: new Date("2026-11-23T01:12:00Z"), title: "Nộp hồ sơ trực tuyến", tone: "good" },
        ]}
      />
    ),
  },
];
