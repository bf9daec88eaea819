import { address } from "#foundation/http/index.ts";

export const identityPaths = {
  signIn: address("/dang-nhap"),
  signOut: address("/dang-xuat"),
  ownSessions: address("/tai-khoan/phien"),
  endOtherSessions: address("/tai-khoan/phien/ket-thuc"),
  endOwnSession: address("/tai-khoan/phien/:id/ket-thuc"),
  ownPassword: address("/tai-khoan/mat-khau"),
  apiSessions: address("/api/v1/sessions"),
  apiCurrentSession: address("/api/v1/sessions/current"),
  signInCode: address("/dang-nhap/ma"),
  ownFactors: address("/tai-khoan/xac-thuc"),
  setUpApp: address("/tai-khoan/xac-thuc/ung-dung"),
  renewRecoveryCodes: address("/tai-khoan/xac-thuc/ma-du-phong"),
  removeFactors: address("/tai-khoan/xac-thuc/tat"),
  proveAgain: address("/tai-khoan/xac-nhan"),
  /** The link on a slip: the token is the whole right to it. */
  beginAccount: address("/tai-khoan/bat-dau/:token"),
  staff: address("/quan-tri/can-bo"),
  enterStaff: address("/quan-tri/can-bo/nhap"),
  staffPerson: address("/quan-tri/can-bo/:id"),
  endPosting: address("/quan-tri/can-bo/:id/vi-tri/:posting/ket-thuc"),
  inviteStaff: address("/quan-tri/can-bo/:id/phieu"),
  closeStaff: address("/quan-tri/can-bo/:id/dong"),
  apiProof: address("/api/v1/sessions/current/proof"),
  apiOwnSession: address("/api/v1/sessions/:id"),
} as const;
