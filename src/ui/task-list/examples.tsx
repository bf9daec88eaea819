import type { Example } from "#ui/example.ts";
import { TaskList } from "./task-list.tsx";

export const examples: readonly Example[] = [
  {
    name: "mọi trạng thái",
    render: () => (
      <TaskList
        language="vi"
        tasks={[
          { id: "t1", title: "Thông tin người yêu cầu", state: "done", href: "#1" },
          { id: "t2", title: "Thông tin của con", state: "inProgress", href: "#2", hint: "Còn 3 câu chưa trả lời" },
          {
            id: "t3",
            title: "Thông tin cha, mẹ",
            state: "needsFix",
            href: "#3",
            hint: "Số định danh của mẹ thiếu một chữ số",
          },
          { id: "t4", title: "Giấy tờ kèm theo", state: "notStarted", href: "#4" },
          { id: "t5", title: "Kiểm tra và nộp", state: "cannotStart", hint: "Mở ra khi các phần trên đã xong" },
        ]}
      />
    ),
  },
  {
    name: "bổ sung hồ sơ đã gửi",
    render: () => (
      <TaskList
        language="vi"
        showCount={false}
        tasks={[
          { id: "t7", title: "Giấy tờ kèm theo", state: "notStarted", href: "#7", hint: "1 giấy tờ được yêu cầu" },
          { id: "t8", title: "Thông tin người mẹ", state: "changed", href: "#8", hint: "2 câu trả lời đã sửa" },
          { id: "t9", title: "Liên hệ", state: "unchanged", href: "#9" },
        ]}
      />
    ),
  },
  {
    name: "một việc, tên dài",
    render: () => (
      <TaskList
        language="vi"
        tasks={[
          {
            id: "t6",
            title: "Thông tin về người đại diện theo ủy quyền và văn bản ủy quyền được chứng thực theo quy định",
            state: "cannotStart",
          },
        ]}
      />
    ),
  },
];
