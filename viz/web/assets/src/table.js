// What a browser adds to a table: sorting by a head, a filter, columns to choose, the table as it is shown to take away.
import { element, handOver, said } from "./words.js";

const FEW = 8; // rows: a shorter table needs no filter
const fold = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

export function tabled(table) {
  const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
  for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, column) => {
    cell.dataset.head = heads[column];
    cell.classList.toggle("blank", !cell.textContent.trim());
  });
  table.querySelectorAll("thead th").forEach((head, column) => sortable(table, head, column));
  if (table.tBodies[0].rows.length >= FEW && !table.matches(".two")) table.parentElement.before(toolsOf(table));
}

// A head becomes a button that sorts: numbers and days by value, words by the alphabet.
function sortable(table, head, column) {
  const button = element("button", { type: "button" }, ...head.childNodes);
  button.addEventListener("click", () => sortBy(table, head, column));
  head.replaceChildren(button);
}

const DAY = /^(\d\d)\/(\d\d)\/(\d{4})/;
const key = (cell) => cell.dataset.sort ?? cell.innerText.trim().replace(DAY, "$3-$2-$1");

function sortBy(table, head, column) {
  const down = head.getAttribute("aria-sort") === "ascending";
  table.querySelectorAll("thead th").forEach((one) => one.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const order = new Intl.Collator("vi", { numeric: true });
  const keyed = [...table.tBodies[0].rows].map((row) => [key(row.cells[column]), row]);
  keyed.sort(([a], [b]) => order.compare(a, b) * (down ? -1 : 1));
  table.tBodies[0].replaceChildren(...keyed.map(([, row]) => row));
}

function toolsOf(table) {
  const count = element("span", { role: "status" });
  const filter = element("input", { type: "search", autocomplete: "off" });
  const label = element("label", {}, `${said("Lọc trong bảng")} `, filter);
  const file = element("button", { type: "button", textContent: said("Tải bảng đang thấy") });
  filter.addEventListener("input", () => {
    const words = fold(filter.value.trim()).split(/\s+/);
    const rows = [...table.tBodies[0].rows];
    rows.forEach((row) => { row.hidden = !words.every((word) => fold(row.textContent).includes(word)); });
    count.textContent = `${rows.filter((row) => !row.hidden).length}/${rows.length} ${said("dòng")}`;
  });
  file.addEventListener("click", () => handOver("luocdo.csv", asFile(table)));
  return element("div", { className: "over" }, label, columnsOf(table), file, count);
}

function columnsOf(table) {
  const boxes = [...table.tHead.rows[0].cells].map((head, column) => {
    const box = element("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      for (const row of table.rows) row.cells[column].hidden = !box.checked;
    });
    return element("label", {}, box, ` ${head.textContent}`);
  });
  const group = element("fieldset", {}, element("legend", { className: "unseen", textContent: said("Cột") }), ...boxes);
  return element("details", {}, element("summary", { textContent: said("Cột") }), group);
}

// The rows and columns in sight as CSV that Excel opens; a cell that could be taken for a formula is told to be words.
function asFile(table) {
  const cell = (one) => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll("summary").forEach((summary) => summary.remove());
    const words = copy.textContent.replace(/\s+/g, " ").trim();
    return `"${(/^[=+\-@\t]/.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`;
  };
  const rows = [...table.rows].filter((row) => !row.hidden);
  const lines = rows.map((row) => [...row.cells].filter((one) => !one.hidden).map(cell).join(","));
  return URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n")], { type: "text/csv;charset=utf-8" }));
}
