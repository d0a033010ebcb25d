// What a browser adds to pages that work without it: search as one types, sorting, pictures to take away, files dropped.
import "htmx.org";

const LIST = "#hits a";

// Arrow keys walk through the list of a search, Escape closes it.
function walkHits(event) {
  const links = [...document.querySelectorAll(LIST)];
  const at = links.indexOf(document.activeElement);
  if (event.key === "Escape") {
    document.querySelector("#hits").replaceChildren();
    document.querySelector("#q").focus();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!links.length) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (links[next] ?? document.querySelector("#q")).focus();
  }
}

// "/" goes to the search box, as on many sites.
function goToSearch(event) {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.querySelector("#q").focus();
  }
}

// Heads of a table become buttons that sort it: numbers and days by value, words by the alphabet.
function sortable(table) {
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(table, head, column));
    head.replaceChildren(button);
  });
}

function sortBy(table, head, column) {
  const down = head.getAttribute("aria-sort") === "ascending";
  table.querySelectorAll("thead th").forEach((one) => one.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].innerText.trim();
  const order = new Intl.Collator("vi", { numeric: true });
  const rows = [...body.rows].sort((a, b) => order.compare(key(a), key(b)) * (down ? -1 : 1));
  body.replaceChildren(...rows);
}

// A picture as PNG: the drawing with its computed colours, painted on a canvas.
function takeAway(section) {
  const shown = [...section.querySelectorAll("svg")].find((svg) => svg.getBoundingClientRect().width > 0);
  const copy = shown.cloneNode(true);
  const from = shown.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, at) => {
    const style = getComputedStyle(from[at]);
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "font", "opacity"]) {
      element.style.setProperty(name, style.getPropertyValue(name));
    }
  });
  const { width, height } = shown.viewBox.baseVal;
  const image = new Image();
  image.onload = () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
    const brush = canvas.getContext("2d");
    brush.fillStyle = getComputedStyle(document.body).backgroundColor;
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const link = Object.assign(document.createElement("a"), { download: "luoc-do.png", href: canvas.toDataURL() });
    link.click();
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

// Files dropped on the form are those that it sends.
function droppable(area) {
  const input = area.querySelector("input[type=file]");
  const marked = (on) => (event) => {
    event.preventDefault();
    area.classList.toggle("over", on);
  };
  area.addEventListener("dragover", marked(true));
  area.addEventListener("dragleave", marked(false));
  area.addEventListener("drop", (event) => {
    marked(false)(event);
    input.files = event.dataTransfer.files;
  });
  area.closest("form").addEventListener("submit", () => {
    area.closest("form").querySelector(".busy").hidden = false;
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelector(".find")?.addEventListener("keydown", walkHits);
  document.addEventListener("keydown", goToSearch);
  document.querySelectorAll("table.sortable").forEach(sortable);
  document.querySelectorAll(".picture").forEach((section) => {
    section.querySelector(".png")?.addEventListener("click", () => takeAway(section));
    section.querySelector(".full")?.addEventListener("click", () => section.querySelector(".canvas").requestFullscreen());
  });
  document.querySelectorAll(".drop").forEach(droppable);
  document.documentElement.dataset.ready = "yes";
});
