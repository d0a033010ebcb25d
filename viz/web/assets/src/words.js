// The few words that the browser adds to a page, in the page's language.
const ENGLISH = {
  "Lọc trong bảng": "Filter this table",
  "Cột": "Columns",
  "Tải bảng đang thấy": "Download what is shown",
  "dòng": "rows",
  "Đã ghim:": "Pinned:",
  "Bỏ ghim": "Unpin",
  "chờ": "waiting",
  "Mất liên lạc; những tệp đã gửi vẫn được đọc, tải lại trang để xem.": "Connection lost; the files that were sent are read all the same, reload to see.",
};

export const said = (words) => (document.documentElement.lang === "en" ? (ENGLISH[words] ?? words) : words);

export function element(tag, facts = {}, ...children) {
  const made = Object.assign(document.createElement(tag), facts);
  made.append(...children);
  return made;
}

// Hands a file to the reader that was made in the browser.
export function handOver(name, address) {
  element("a", { download: name, href: address }).click();
}
