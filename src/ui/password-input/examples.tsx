import type { Example } from "#ui/example.ts";
import { PasswordInput } from "./password-input.tsx";

export const examples: readonly Example[] = [
  { name: "đăng nhập", render: () => <PasswordInput language="vi" name="vm.mat-khau" label="Mật khẩu" /> },
  {
    name: "sai",
    render: () => (
      <PasswordInput
        language="en"
        name="vm.wrong"
        label="Password"
        error="The password is not right. Check it and try again."
      />
    ),
  },
];
