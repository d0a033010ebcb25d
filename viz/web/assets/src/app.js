// What a browser adds to pages that work without it: search as one types, sorting, pictures to take away, files dropped.
import "htmx.org";
import { loadable } from "./load.js";
import { drawn } from "./picture.js";
import { tabled } from "./table.js";

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

// What is left empty in a form is no part of the address that can be sent to a colleague.
function short(form) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
}

// In a pane of its own a sentence is brought into sight within the pane.
function showMark(pane) {
  const mark = pane.querySelector("mark");
  if (mark) pane.scrollTop = mark.offsetTop - pane.offsetTop - pane.clientHeight / 3;
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelector(".find")?.addEventListener("keydown", walkHits);
  document.addEventListener("keydown", goToSearch);
  document.querySelectorAll("table.sortable").forEach(tabled);
  document.querySelectorAll(".picture").forEach(drawn);
  document.querySelectorAll(".copied").forEach((input) => input.addEventListener("focus", () => input.select()));
  document.querySelectorAll(".pane").forEach(showMark);
  document.querySelectorAll("form.asof").forEach(short);
  document.querySelectorAll("form.load").forEach(loadable);
  document.documentElement.dataset.ready = "yes";
});
