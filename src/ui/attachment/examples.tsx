import type { Example } from "#ui/example.ts";
import { type Attachment, AttachmentList, AttachmentViewer } from "./attachment.tsx";

export const attachments: readonly Attachment[] = [
  {
    id: "1",
    title: "Giấy chứng sinh",
    name: "giay-chung-sinh.pdf",
    href: "#1",
    mediaType: "application/zip",
    bytes: 412_000,
  },
  {
    id: "2",
    title: "Giấy chứng nhận kết hôn của cha mẹ",
    name: "IMG_20261120_083012_HDR_ban_chup_lai_ro_hon.jpg",
    href: "#2",
    mediaType: "image/jpeg",
    bytes: 2_410_000,
    note: "Bổ sung lúc 09:30, 23/11/2026",
  },
];

const [first] = attachments;

export const examples: readonly Example[] = [
  {
    name: "danh sách",
    render: () => (
      <AttachmentList language="vi" attachments={attachments} viewHref={({ id }) => `?xem=${id}`} shownId="1" />
    ),
  },
  {
    name: "không xem được tại chỗ",
    render: () => (first ? <AttachmentViewer language="vi" attachment={first} /> : null),
  },
];
