import { expect, it } from "vitest";
import { BarChart } from "./bar-chart.tsx";

const chart = (values: readonly number[]) =>
  BarChart({
    language: "vi",
    title: "Hôm nay",
    labelHead: "Giờ",
    labels: ["8", "9"],
    series: [{ name: "Nhận", values }],
  })?.markup ?? "";

it("gives the same figures as a table, with their sum", () => {
  const markup = chart([1200, 34]);

  expect(markup).toContain('<th scope="row">8</th><td class="amount">1.200</td>');
  expect(markup).toContain('<td class="amount">1.234</td>');
});

it("draws the highest bar to the top and the others in proportion", () => {
  const heights = [...chart([100, 25]).matchAll(/ height="([\d.]+)"><\/rect>/g)].map((match) => Number(match[1]));

  expect(heights).toEqual([200, 50]);
});

it("says that there is nothing yet instead of drawing it", () => {
  expect(chart([0, 0])).toContain("Chưa có số liệu");
  expect(chart([])).not.toContain("<rect");
});
