/** Whole pages made of the parts, to judge rhythm and hierarchy by eye and to run the accessibility check on real layouts. */
import type { Html } from "#foundation/jsx/html.ts";
import { BarChart, RankedBars } from "#ui/bar-chart/bar-chart.tsx";
import { BackLink, Breadcrumbs } from "#ui/breadcrumb/breadcrumb.tsx";
import { Button, ButtonGroup } from "#ui/button/button.tsx";
import { Radios } from "#ui/choices/choices.tsx";
import { examples as confirmations } from "#ui/confirmation/examples.tsx";
import { DateInput } from "#ui/date-input/date-input.tsx";
import { examples as dossiers } from "#ui/dossier-frame/examples.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { examples as figures } from "#ui/figure/examples.tsx";
import { FileUpload } from "#ui/file-upload/file-upload.tsx";
import { CitizenPage, DirectionPage, type Frame, StaffPage } from "#ui/layouts/index.ts";
import { LinkList, Tiles } from "#ui/link-list/link-list.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { examples as procedures } from "#ui/procedure-head/examples.tsx";
import { SearchBox } from "#ui/search-box/search-box.tsx";
import { Shortcuts } from "#ui/shortcuts/shortcuts.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { examples as checks } from "#ui/summary-list/examples.tsx";
import { examples as tasks } from "#ui/task-list/examples.tsx";
import { NameInput, TextInput } from "#ui/text-input/text-input.tsx";
import { examples as queues, workItems } from "#ui/worklist/examples.tsx";
import { Worklist } from "#ui/worklist/worklist.tsx";

const staff = (frame: Frame): Frame => ({
  ...frame,
  siteName: "Cán bộ",
  siteHref: "/can-bo",
  address: "/can-bo",
  bell: { text: "Việc mới", href: "/can-bo/viec-moi", eventsHref: "/tai-khoan/su-kien" },
  account: { name: "Lê Thị Hạnh", detail: "Tư pháp – hộ tịch, phường Lam Sơn", href: "/tai-khoan" },
  menu: [
    { text: "Việc hôm nay", href: "/can-bo" },
    { text: "Tiếp nhận tại quầy", href: "/can-bo/quay" },
    { text: "Hồ sơ", href: "/can-bo/ho-so" },
    { text: "Hộp thư", href: "/can-bo/hop-thu", count: 3 },
  ],
});

const search = { action: "/can-bo/tim", name: "q", label: "Mã hồ sơ, tên hoặc số định danh" };

export const samplePages: Record<string, (frame: Frame) => Html | null> = {
  home: (frame) => (
    <CitizenPage frame={{ ...frame, address: "/" }} title={frame.siteName}>
      <h1>Làm thủ tục với thành phố</h1>
      <SearchBox
        language="vi"
        isLarge
        action="/thu-tuc"
        name="q"
        label="Bạn cần làm thủ tục gì?"
        hint="Gõ có dấu hay không dấu đều được, ví dụ “khai sinh”"
        suggestHref="/goi-y"
      />
      <Tiles
        tiles={[
          { href: "/tra-cuu", icon: "clock", title: "Theo dõi hồ sơ", detail: "Bằng mã hồ sơ hoặc mã QR" },
          {
            href: "/phan-anh",
            icon: "warning",
            title: "Phản ánh, kiến nghị",
            detail: "Về đường sá, rác, tiếng ồn, thái độ phục vụ",
          },
          {
            href: "/xac-minh",
            icon: "check",
            title: "Kiểm tra giấy tờ",
            detail: "Kết quả có chữ ký số là thật hay giả",
          },
        ]}
      />
      <section class="section">
        <h2>Nhiều người làm nhất</h2>
        <LinkList
          isNumbered
          inColumns
          items={[
            { href: "#1", title: "Chứng thực bản sao từ bản chính", detail: "Trong ngày · 2.000 ₫ mỗi trang" },
            { href: "#2", title: "Đăng ký khai sinh", detail: "1 ngày làm việc · miễn phí" },
            { href: "#3", title: "Cấp giấy xác nhận tình trạng hôn nhân", detail: "3 ngày làm việc · 15.000 ₫" },
            { href: "#4", title: "Đăng ký thành lập hộ kinh doanh", detail: "3 ngày làm việc · 100.000 ₫" },
          ]}
        />
      </section>
    </CitizenPage>
  ),
  procedure: (frame) => (
    <CitizenPage
      frame={{ ...frame, address: "/thu-tuc/1.001193" }}
      title="Đăng ký khai sinh"
      before={
        <Breadcrumbs
          language="vi"
          crumbs={[
            { text: "Trang chủ", href: "/" },
            { text: "Hộ tịch", href: "/thu-tuc" },
          ]}
        />
      }
    >
      {procedures[0]?.render()}
      <section class="section">
        <h2>Giấy tờ cần có</h2>
        <LinkList
          items={[
            { href: "#", title: "Tờ khai đăng ký khai sinh", detail: "Khai ngay trên trang này, không cần in" },
            { href: "#", title: "Giấy chứng sinh", detail: "Bản chính, hoặc ảnh chụp khi nộp trực tuyến" },
          ]}
        />
      </section>
    </CitizenPage>
  ),
  question: (frame) => (
    <CitizenPage
      frame={{ ...frame, address: "/nop-ho-so/1" }}
      title="Thông tin của con"
      hasErrors
      before={<BackLink language="vi" href="#" />}
      isPrivate
    >
      <ErrorSummary
        language="vi"
        faults={[
          { fieldId: "con-ho-ten", message: "Nhập họ và tên của con như trong giấy chứng sinh" },
          { fieldId: "con-ngay-sinh", message: "Ngày sinh của con không được sau hôm nay" },
        ]}
      />
      <form method="post" novalidate>
        <h1>Thông tin của con</h1>
        <NameInput
          language="vi"
          name="con.ho-ten"
          label="Họ và tên"
          hint="Viết đủ họ, chữ đệm và tên"
          error="Nhập họ và tên của con như trong giấy chứng sinh"
        />
        <DateInput
          language="vi"
          name="con.ngay-sinh"
          label="Ngày sinh"
          value={{ day: "24", month: "12", year: "2026" }}
          error="Ngày sinh của con không được sau hôm nay"
        />
        <Radios
          language="vi"
          name="con.gioi-tinh"
          label="Giới tính"
          inline
          value="nu"
          choices={[
            { value: "nam", label: "Nam" },
            { value: "nu", label: "Nữ" },
          ]}
        />
        <TextInput
          language="vi"
          name="con.noi-sinh"
          label="Nơi sinh"
          hint="Tên cơ sở y tế, phường hoặc xã, thành phố, tỉnh"
          why="Nơi sinh được ghi vào giấy khai sinh."
        />
        <FileUpload
          language="vi"
          name="con.chung-sinh"
          label="Giấy chứng sinh (bản chụp)"
          kinds="PDF, JPG, PNG"
          maxBytes={20_000_000}
          multiple
        />
        <ButtonGroup>
          <Button>Tiếp tục</Button>
          <Button kind="secondary" formnovalidate>
            Lưu và làm sau
          </Button>
        </ButtonGroup>
      </form>
    </CitizenPage>
  ),
  tasks: (frame) => (
    <CitizenPage
      frame={{ ...frame, address: "/nop-ho-so/1" }}
      title="Đăng ký khai sinh"
      before={<BackLink language="vi" href="#" />}
      aside={
        <div class="sheet">
          <h2>Bản nháp</h2>
          <p>Đã lưu lúc 14:05, 24/11/2026. Giữ đến 24/12/2026.</p>
          <p>
            <a href="#lay-duong-dan">Lấy đường dẫn để làm tiếp trên máy khác</a>
          </p>
        </div>
      }
    >
      <h1>Đăng ký khai sinh</h1>
      <p class="lead">Nộp cho Ủy ban nhân dân phường Lam Sơn</p>
      {tasks[0]?.render()}
    </CitizenPage>
  ),
  check: (frame) => (
    <CitizenPage frame={frame} title="Kiểm tra trước khi nộp" before={<BackLink language="vi" href="#" />}>
      <h1>Kiểm tra trước khi nộp</h1>
      {checks[0]?.render()}
      <ButtonGroup>
        <Button>Nộp hồ sơ</Button>
      </ButtonGroup>
    </CitizenPage>
  ),
  confirmation: (frame) => (
    <CitizenPage frame={frame} title="Đã nộp hồ sơ">
      {confirmations[0]?.render()}
    </CitizenPage>
  ),
  worklist: (frame) => (
    <StaffPage frame={staff(frame)} title="Việc hôm nay" search={search}>
      <h1>Việc hôm nay</h1>
      {queues[0]?.render()}
      <Shortcuts of="list" language="vi" />
      <Worklist
        language="vi"
        caption="Việc của tôi"
        heads={{ due: "Hạn", dossier: "Hồ sơ", step: "Bước", action: "Việc tiếp theo" }}
        items={[...workItems, ...workItems, ...workItems]}
        chooseName="ho-so"
        chooseLabel={({ code }) => `Chọn hồ sơ ${code}`}
      />
      <Pagination language="vi" nextHref="#sau" />
    </StaffPage>
  ),
  dossier: (frame) => (
    <StaffPage
      frame={{ ...staff(frame), address: "/can-bo/ho-so/1" }}
      title="H56.27.03-261124-0002"
      search={search}
      before={<BackLink language="vi" href="/can-bo" text="Việc hôm nay" />}
    >
      {dossiers[0]?.render()}
    </StaffPage>
  ),
  direction: (frame) => (
    <DirectionPage
      frame={{ ...staff(frame), siteName: "Điều hành", siteHref: "/dieu-hanh", address: "/dieu-hanh", menu: [] }}
      title="Hôm nay"
      search={search}
    >
      <h1>Hôm nay, thứ Ba, 24/11</h1>
      <Notice language="vi" kind="warning" title="Phường Đông Vệ trễ từ 10 giờ">
        <p>
          7 hồ sơ hộ tịch quá hạn, đều ở bước ký. <StatusTag tone="late">7 quá hạn</StatusTag>
        </p>
      </Notice>
      {figures[0]?.render()}
      <div class="columns">
        <BarChart
          language="vi"
          title="Tiếp nhận nhiều nhất lúc 9 giờ"
          labelHead="Giờ"
          labels={["7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"]}
          series={[{ name: "Tiếp nhận", values: [4, 62, 118, 90, 46, 8, 30, 88, 64, 40, 6] }]}
        />
        <RankedBars
          language="vi"
          title="Đơn vị đang giữ nhiều hồ sơ nhất"
          rows={[
            { name: "Phòng Tài nguyên và Môi trường", value: 412, href: "#", note: "3 quá hạn" },
            { name: "Phường Đông Vệ", value: 186, href: "#", note: "7 quá hạn" },
            { name: "Phường Lam Sơn", value: 121, href: "#" },
          ]}
        />
      </div>
    </DirectionPage>
  ),
};
