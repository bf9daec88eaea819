import type { Example } from "#ui/example.ts";
import { Confirm } from "./confirm.tsx";

export const examples: readonly Example[] = [
  {
    name: "rút hồ sơ",
    render: () => (
      <Confirm
        language="vi"
        question="Rút hồ sơ này?"
        action="#"
        yes="Rút hồ sơ"
        backHref="#"
        isWarning
        hidden={[{ name: "move", value: "withdraw" }]}
      >
        <p>Cơ quan sẽ dừng giải quyết. Bạn có thể nộp hồ sơ mới bất cứ lúc nào.</p>
      </Confirm>
    ),
  },
];
