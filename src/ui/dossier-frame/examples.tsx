import { AttachmentList, AttachmentViewer } from "#ui/attachment/attachment.tsx";
import { attachments } from "#ui/attachment/examples.tsx";
import { Button, ButtonGroup } from "#ui/button/button.tsx";
import { ClockBar } from "#ui/clock-bar/clock-bar.tsx";
import type { Example } from "#ui/example.ts";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import { Textarea } from "#ui/text-input/text-input.tsx";
import { Timeline } from "#ui/timeline/timeline.tsx";
import { DossierFrame } from "./dossier-frame.tsx";

const [first] = attachments;

export const examples: readonly Example[] = [
  {
    name: "đang thẩm định",
    render: () => (
      <DossierFrame
        language="vi"
        code="H56.27.03-261124-0002"
        person="Nguyễn Văn An"
        title="Đăng ký khai sinh · nộp trực tuyến lúc 08:02, 24/11/2026"
        status={{ tone: "calm", text: "Đang thẩm định" }}
        clock={
          <ClockBar
            language="vi"
            compact
            receivedAt={new Date("2026-11-24T01:12:00Z")}
            dueAt={new Date("2026-11-25T04:30:00Z")}
            limitMinutes={480}
            stretches={[{ kind: "worked", minutes: 200 }]}
          />
        }
        answers={
          <SummaryList
            language="vi"
            title="Người yêu cầu"
            level={3}
            rows={[
              { key: "Họ và tên", value: "Nguyễn Văn An" },
              { key: "Số định danh", value: <span class="code">038095001234</span> },
              { key: "Nơi cư trú", value: "Số 12 phố Tống Duy Tân, phường Lam Sơn, thành phố Thanh Hóa" },
            ]}
          />
        }
        papers={
          <>
            <AttachmentList language="vi" attachments={attachments} viewHref={({ id }) => `?xem=${id}`} shownId="1" />
            {first && <AttachmentViewer language="vi" attachment={first} />}
          </>
        }
        moves={
          <form method="post" action="#">
            <Textarea language="vi" name="note" label="Ý kiến" rows={3} optional />
            <ButtonGroup>
              <Button>Trình ký</Button>
              <Button kind="secondary">Yêu cầu bổ sung</Button>
              <Button kind="quiet">Trả lại bước trước</Button>
            </ButtonGroup>
          </form>
        }
        history={
          <Timeline
            label="Quá trình"
            moments={[
              { at: new Date("2026-11-24T01:12:00Z"), title: "Tiếp nhận", by: "Một cửa phường Lam Sơn", tone: "good" },
              { at: new Date("2026-11-24T01:02:00Z"), title: "Nộp trực tuyến", tone: "calm" },
            ]}
          />
        }
      />
    ),
  },
];
