import { address } from "#foundation/http/index.ts";

export const postPaths = {
  /** Results that go home by post: what to send, what lies sealed, what is under way. */
  post: address("/can-bo/buu-chinh"),
  parcel: address("/can-bo/ho-so/:code/buu-gui"),
  news: address("/can-bo/ho-so/:code/buu-gui/:parcel"),
  handOver: address("/can-bo/buu-chinh/:unit/ban-giao"),
  /** Results that agencies brought to the return desk. */
  desk: address("/can-bo/nhan-ket-qua"),
  takeOver: address("/can-bo/nhan-ket-qua/:unit/tu/:from"),
  list: address("/can-bo/phieu-ban-giao/:list"),
} as const;
