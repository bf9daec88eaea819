/** Every part in every state it was designed for. Served as a gallery, rendered by the tests, visited by the accessibility run. */
import type { Html } from "#foundation/jsx/html.ts";
import { examples as attachment } from "./attachment/examples.tsx";
import { examples as barChart } from "./bar-chart/examples.tsx";
import { examples as breadcrumb } from "./breadcrumb/examples.tsx";
import { examples as button } from "./button/examples.tsx";
import { examples as choices } from "./choices/examples.tsx";
import { examples as clockBar } from "./clock-bar/examples.tsx";
import { examples as confirm } from "./confirm/examples.tsx";
import { examples as confirmation } from "./confirmation/examples.tsx";
import { examples as dateInput } from "./date-input/examples.tsx";
import { examples as demoBanner } from "./demo-banner/examples.tsx";
import { examples as details } from "./details/examples.tsx";
import { examples as dossierFrame } from "./dossier-frame/examples.tsx";
import { examples as dossierList } from "./dossier-list/examples.tsx";
import { examples as emptyState } from "./empty-state/examples.tsx";
import { examples as errorSummary } from "./error-summary/examples.tsx";
import type { Example } from "./example.ts";
import { examples as figure } from "./figure/examples.tsx";
import { examples as fileUpload } from "./file-upload/examples.tsx";
import { examples as filterBar } from "./filter-bar/examples.tsx";
import { examples as icon } from "./icon/examples.tsx";
import { examples as linkList } from "./link-list/examples.tsx";
import { examples as notice } from "./notice/examples.tsx";
import { examples as pagination } from "./pagination/examples.tsx";
import { examples as passwordInput } from "./password-input/examples.tsx";
import { examples as procedureHead } from "./procedure-head/examples.tsx";
import { examples as qr } from "./qr/examples.tsx";
import { examples as searchBox } from "./search-box/examples.tsx";
import { examples as shortcuts } from "./shortcuts/examples.tsx";
import { examples as statusTag } from "./status-tag/examples.tsx";
import { examples as stepLine } from "./step-line/examples.tsx";
import { examples as summaryList } from "./summary-list/examples.tsx";
import { examples as table } from "./table/examples.tsx";
import { examples as taskList } from "./task-list/examples.tsx";
import { examples as textInput } from "./text-input/examples.tsx";
import { examples as timeline } from "./timeline/examples.tsx";
import { examples as worklist } from "./worklist/examples.tsx";

const byPart: Record<string, readonly Example[]> = {
  attachment: attachment,
  "bar-chart": barChart,
  breadcrumb: breadcrumb,
  button: button,
  choices: choices,
  "clock-bar": clockBar,
  confirm: confirm,
  confirmation: confirmation,
  "date-input": dateInput,
  "demo-banner": demoBanner,
  details: details,
  "dossier-frame": dossierFrame,
  "dossier-list": dossierList,
  "empty-state": emptyState,
  "error-summary": errorSummary,
  figure: figure,
  "file-upload": fileUpload,
  "filter-bar": filterBar,
  icon: icon,
  "link-list": linkList,
  notice: notice,
  pagination: pagination,
  "password-input": passwordInput,
  "procedure-head": procedureHead,
  qr: qr,
  "search-box": searchBox,
  shortcuts: shortcuts,
  "status-tag": statusTag,
  "step-line": stepLine,
  "summary-list": summaryList,
  table: table,
  "task-list": taskList,
  "text-input": textInput,
  timeline: timeline,
  worklist: worklist,
};

export type PartExample = { readonly part: string; readonly name: string; readonly render: () => Html | null };

export const examples: readonly PartExample[] = Object.entries(byPart).flatMap(([part, list]) =>
  list.map(({ name, render }) => ({ part, name, render })),
);
