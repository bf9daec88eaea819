import type { Example } from "#ui/example.ts";
import { FilterBar, FilterSelect, FilterText } from "./filter-bar.tsx";

export const examples: readonly Example[] = [
  {
    name: "đang lọc",
    render: () => (
      <FilterBar
        language="vi"
        label="Lọc hồ sơ"
        action="#"
        clearHref="#"
        active={[
          { name: "lĩnh vực", value: "Hộ tịch", removeHref: "#" },
          { name: "kênh nộp", value: "Trực tuyến", removeHref: "#" },
        ]}
      >
        <FilterText name="q" label="Mã hoặc tên" value="nguyen thi" />
        <FilterSelect
          name="linh-vuc"
          label="Lĩnh vực"
          value="ho-tich"
          options={[
            { value: "", text: "Tất cả" },
            { value: "ho-tich", text: "Hộ tịch" },
            { value: "dat-dai", text: "Đất đai" },
          ]}
        />
        <FilterSelect
          name="kenh"
          label="Kênh nộp"
          value="online"
          options={[
            { value: "", text: "Tất cả" },
            { value: "online", text: "Trực tuyến" },
          ]}
        />
      </FilterBar>
    ),
  },
];
