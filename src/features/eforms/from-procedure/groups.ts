/** The pages of the official forms by their headings: the English name, and why the city asks. */
import { searchText } from "#foundation/i18n/index.ts";
import type { Words } from "../definition.ts";

type Page = { readonly en: string; readonly why: Words };

const whoAsks: Words = {
  vi: "Để biết ai gửi hồ sơ và đối chiếu với Cơ sở dữ liệu quốc gia về dân cư.",
  en: "So that we know who sends the dossier and can compare with the national population database.",
};
const whichBusiness: Words = {
  vi: "Để đối chiếu với đăng ký kinh doanh và ghi đúng trên kết quả.",
  en: "To compare with the business register and write it correctly on the result.",
};
const whichSchool: Words = {
  vi: "Để thẩm định điều kiện của nhà trường và ghi đúng trong quyết định.",
  en: "To appraise the school's conditions and write them correctly in the decision.",
};
const writtenInRegister: Words = {
  vi: "Nội dung này được ghi vào Sổ hộ tịch và giấy tờ cấp cho bạn, nên hãy ghi đúng từng dấu.",
  en: "This is written in the civil-status register and on the paper you receive, so write every mark as it should be.",
};
const whatFor: Words = {
  vi: "Để cơ quan giải quyết đúng điều bạn cần.",
  en: "So that the agency settles exactly what you need.",
};

const pages: { readonly [heading: string]: Page } = {
  "Người yêu cầu": { en: "The requester", why: whoAsks },
  "Người làm đơn": { en: "The applicant", why: whoAsks },
  "Người đề nghị": { en: "The applicant", why: whoAsks },
  "Người chết": { en: "The deceased", why: writtenInRegister },
  "Giấy báo tử": {
    en: "Death notice",
    why: {
      vi: "Giấy báo tử hoặc giấy tờ thay thế là căn cứ để đăng ký khai tử (Luật Hộ tịch 2014, Điều 34).",
      en: "The death notice, or a paper in its place, is the ground for registering a death (Civil Status Law 2014 art. 34).",
    },
  },
  "Đề nghị cấp bản sao": {
    en: "Certified copies",
    why: {
      vi: "Nếu cần bản sao, bạn nhận cùng lúc với kết quả, không phải đi thêm lần nữa.",
      en: "If you need copies you receive them with the result, without another visit.",
    },
  },
  "Liên hệ": {
    en: "Contact",
    why: {
      vi: "Để báo khi hồ sơ thiếu giấy tờ, khi có kết quả hoặc khi thay đổi ngày hẹn.",
      en: "To tell you when a paper is missing, when the result is ready or when the date changes.",
    },
  },
  "Khu đất": {
    en: "The land",
    why: {
      vi: "Để đối chiếu với hồ sơ địa chính và quy hoạch sử dụng đất.",
      en: "To compare with the land records and the land-use plan.",
    },
  },
  "Cam kết": {
    en: "Commitment",
    why: {
      vi: "Biểu mẫu theo quy định có phần cam kết của người đề nghị.",
      en: "The official form contains a commitment by the applicant.",
    },
  },
  "Thông tin cơ sở kinh doanh": { en: "The business", why: whichBusiness },
  "Địa điểm kinh doanh": {
    en: "Place of business",
    why: {
      vi: "Để kiểm tra điều kiện của địa điểm và ghi đúng trên giấy phép.",
      en: "To check the conditions of the place and write it correctly on the licence.",
    },
  },
  "Giấy phép đã cấp": {
    en: "The licence already issued",
    why: {
      vi: "Để tìm đúng giấy phép cần thay đổi hoặc cấp lại.",
      en: "To find the licence to be changed or reissued.",
    },
  },
  "Nội dung đề nghị": { en: "What you ask for", why: whatFor },
  "Nội dung yêu cầu": { en: "What you ask for", why: whatFor },
  "Nội dung thay đổi": { en: "What changes", why: whatFor },
  "Nội dung gửi": { en: "What you send", why: whatFor },
  "Nội dung thông báo": { en: "What you give notice of", why: whatFor },
  "Nội dung xác nhận": {
    en: "What is to be confirmed",
    why: {
      vi: "Giấy xác nhận chỉ dùng được cho đúng mục đích ghi trên đó (Nghị định 123/2015/NĐ-CP, Điều 23).",
      en: "The certificate is valid only for the purpose written on it (Decree 123/2015 art. 23).",
    },
  },
  "Nội dung tranh chấp": {
    en: "The dispute",
    why: {
      vi: "Để cơ quan hiểu đúng sự việc và mời đủ các bên.",
      en: "To understand the matter and invite all parties.",
    },
  },
  "Bên nữ": { en: "The bride", why: writtenInRegister },
  "Bên nam": { en: "The groom", why: writtenInRegister },
  "Người được nhận là cha/mẹ/con": { en: "The person recognised as father, mother or child", why: writtenInRegister },
  "Người nhận cha/mẹ/con": { en: "The person who recognises", why: writtenInRegister },
  "Người được khai sinh": { en: "The child", why: writtenInRegister },
  "Thông tin người mẹ": { en: "The mother", why: writtenInRegister },
  "Thông tin người cha": {
    en: "The father",
    why: {
      vi: "Nếu chưa xác định được cha, hãy để trống: phần về cha trong Giấy khai sinh được để trống (Nghị định 123/2015/NĐ-CP, Điều 15).",
      en: "If the father is not determined leave this empty: that part of the birth certificate stays empty (Decree 123/2015 art. 15).",
    },
  },
  "Hộ kinh doanh": { en: "The household business", why: whichBusiness },
  "Thông tin thương nhân": { en: "The trader", why: whichBusiness },
  "Chủ hộ kinh doanh": { en: "The owner of the household business", why: whoAsks },
  "Cơ quan, tổ chức đề nghị": {
    en: "The requesting organisation",
    why: {
      vi: "Để biết cơ quan, tổ chức nào đề nghị và liên hệ với ai.",
      en: "So that we know which organisation asks and whom to contact.",
    },
  },
  "Nhà trường": { en: "The school", why: whichSchool },
  "Người khuyết tật": {
    en: "The person with a disability",
    why: {
      vi: "Nội dung này được ghi trên Giấy xác nhận khuyết tật.",
      en: "This is written on the disability certificate.",
    },
  },
  "Người đại diện": {
    en: "The representative",
    why: { vi: "Để biết ai thay mặt ký và nhận kết quả.", en: "So that we know who signs and receives on behalf." },
  },
  "Thông tin khuyết tật": {
    en: "The disability",
    why: {
      vi: "Dạng và mức độ đã được xác định trước đây được ghi lại trên giấy cấp đổi, cấp lại.",
      en: "Type and severity, as determined before, are written again on the reissued certificate.",
    },
  },
  "Người giám hộ": { en: "The guardian", why: writtenInRegister },
  "Người được giám hộ": { en: "The ward", why: writtenInRegister },
  "Đối tượng": {
    en: "The deceased beneficiary",
    why: { vi: "Để tìm hồ sơ trợ cấp của người đã mất.", en: "To find the allowance record of the deceased." },
  },
  "Người đứng ra tổ chức mai táng": {
    en: "Who arranges the funeral",
    why: {
      vi: "Tiền hỗ trợ được trả cho người này (Nghị định 136/2013/NĐ-CP, Điều 11).",
      en: "The support is paid to this person (Decree 136/2013 art. 11).",
    },
  },
  "Thông tin đối tượng": {
    en: "The beneficiary",
    why: { vi: "Để ra quyết định trợ cấp đúng người.", en: "So that the decision names the right person." },
  },
  "Trợ cấp đang hưởng": {
    en: "The present allowance",
    why: { vi: "Để việc chi trả không bị gián đoạn.", en: "So that payment goes on without a gap." },
  },
  "Chuyển nơi cư trú": {
    en: "The move",
    why: { vi: "Để chuyển hồ sơ trợ cấp đến nơi ở mới.", en: "To pass the allowance record to the new place." },
  },
  "Người khai thay": {
    en: "Who fills in for the beneficiary",
    why: {
      vi: "Chỉ khai khi có người giám hộ hoặc người chăm sóc khai thay.",
      en: "Only when a guardian or carer fills in.",
    },
  },
  "Cây xanh": {
    en: "The tree",
    why: { vi: "Để tìm đúng cây và xem xét tại chỗ.", en: "To find the tree and look at it on site." },
  },
  "Thông tin chủ dự án/cơ sở": { en: "The owner of the project or establishment", why: whichBusiness },
  "Dự án/cơ sở": {
    en: "The project or establishment",
    why: { vi: "Để xác nhận kế hoạch bảo vệ môi trường phù hợp.", en: "To confirm a fitting environmental plan." },
  },
  "Người có thông tin hộ tịch": {
    en: "The person concerned",
    why: { vi: "Để tìm đúng người trong Sổ hộ tịch.", en: "To find the right person in the register." },
  },
  "Người có việc hộ tịch": { en: "The person concerned", why: writtenInRegister },
  "Thông tin đăng ký trước đây": {
    en: "The earlier registration",
    why: {
      vi: "Để tìm trong Sổ hộ tịch nhanh hơn. Điều gì không nhớ, bạn có thể để trống nếu trường đó không bắt buộc.",
      en: "To find it in the register sooner. What you do not remember may stay empty where it is not required.",
    },
  },
  "Người được cấp Giấy xác nhận": {
    en: "Who the certificate is for",
    why: { vi: "Nội dung này được ghi trên Giấy xác nhận.", en: "This is written on the certificate." },
  },
  "Thông tin doanh nghiệp": { en: "The enterprise", why: whichBusiness },
  "Hợp tác xã": { en: "The cooperative", why: whichBusiness },
  "Giải thể": {
    en: "Dissolution",
    why: { vi: "Để kiểm tra việc giải thể đúng trình tự.", en: "To check that the dissolution followed its course." },
  },
  "Văn bằng": {
    en: "The diploma",
    why: { vi: "Để tìm đúng văn bằng trong sổ gốc.", en: "To find the diploma in the original register." },
  },
  "Chủ đầu tư": {
    en: "The owner of the building work",
    why: { vi: "Tên và địa chỉ được ghi trên giấy phép xây dựng.", en: "Name and address are written on the permit." },
  },
  "Thông tin công trình": {
    en: "The building site",
    why: { vi: "Để đối chiếu với quy hoạch và giấy tờ về đất.", en: "To compare with the plan and the land papers." },
  },
  "Tổ chức, cá nhân thiết kế": {
    en: "The designer",
    why: { vi: "Để biết ai chịu trách nhiệm về bản vẽ thiết kế.", en: "So that we know who answers for the drawings." },
  },
  "Việc đã giải quyết ở nước ngoài": { en: "What was settled abroad", why: writtenInRegister },
  "Lịch hẹn": {
    en: "Appointment",
    why: {
      vi: "Bản chính phải được xuất trình để đối chiếu (Nghị định 23/2015/NĐ-CP, Điều 20).",
      en: "The original must be shown for comparison (Decree 23/2015 art. 20).",
    },
  },
  "Cửa hàng": {
    en: "The shop",
    why: { vi: "Nội dung này được ghi trên giấy chứng nhận.", en: "This is written on the certificate." },
  },
  "Thông tin cơ sở dịch vụ photocopy": { en: "The photocopy business", why: whichBusiness },
  "Cơ sở": {
    en: "The shop",
    why: { vi: "Để lập danh sách cơ sở đã khai báo.", en: "For the list of declared establishments." },
  },
  "Thông tin chủ điểm": { en: "The owner of the point", why: whichBusiness },
  "Điểm cung cấp dịch vụ": {
    en: "The service point",
    why: { vi: "Để kiểm tra điều kiện của điểm trước khi cấp giấy.", en: "To check the conditions of the point." },
  },
  "Thông tin cơ sở": { en: "The establishment's owner", why: whichBusiness },
  "Cơ sở đề nghị": {
    en: "The establishment",
    why: { vi: "Để thẩm định điều kiện an toàn thực phẩm.", en: "To appraise the food-safety conditions." },
  },
  "Đơn vị phụ thuộc": {
    en: "The dependent unit",
    why: { vi: "Nội dung này được ghi trên giấy chứng nhận.", en: "This is written on the certificate." },
  },
};

/** A page's part of its address, made of its heading: `Người yêu cầu` → `nguoi-yeu-cau`. */
export function groupKey(heading: string): string {
  return searchText(heading)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Headings of procedures published later than this table have no English name yet, and show their own. */
export function pageOf(heading: string): { readonly heading: Words; readonly why?: Words } {
  const page = pages[heading];
  return page === undefined
    ? { heading: { vi: heading, en: heading } }
    : { heading: { vi: heading, en: page.en }, why: page.why };
}

export const knownHeadings: ReadonlySet<string> = new Set(Object.keys(pages));
