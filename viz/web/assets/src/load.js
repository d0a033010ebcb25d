// What a browser adds to loading: files dropped, named before they are sent, and told of one by one as they are read.
import { element, said } from "./words.js";

export function loadable(form) {
  const area = form.querySelector(".drop");
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
    listed(input.files);
  });
  input.addEventListener("change", () => listed(input.files));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sent(form, input.files);
  });
}

const room = () => document.querySelector(".reading");

// The files that were chosen, each waiting.
function listed(files) {
  document.querySelector(".after")?.remove();
  document.querySelector(".outcome").replaceChildren();
  room().hidden = !files.length;
  room().querySelector("progress").hidden = true;
  room().querySelector(".taken").replaceChildren(...[...files].map(({ name }) => line(name, said("chờ"))));
}

const line = (name, words) => {
  const made = element("li", {}, element("b", { textContent: name }), " ", element("span", { textContent: words }));
  made.dataset.file = name;
  return made;
};

function heard({ file, words }) {
  if (!file) {
    room().querySelector("[role=status]").textContent = words;
    return;
  }
  const list = room().querySelector(".taken");
  const known = [...list.children].find((one) => one.dataset.file === file);
  const made = line(file, words);
  made.className = "read";
  if (known) known.replaceWith(made);
  else list.append(made);
  const bar = room().querySelector("progress");
  bar.max = list.children.length;
  bar.value = list.querySelectorAll(".read").length;
}

async function sent(form, files) {
  const button = form.querySelector("button");
  listed(files);
  room().querySelector("progress").hidden = false;
  button.disabled = true;
  try {
    const got = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { accept: "text/event-stream" } });
    if (got.ok) await listening(got.body);
    else refused(await got.text());
  } catch {
    refused(said("Mất liên lạc; những tệp đã gửi vẫn được đọc, tải lại trang để xem."));
  }
  button.disabled = false;
}

const refused = (words) => done(element("p", { className: "wrong", textContent: words }));

function done(...made) {
  room().hidden = true;
  document.querySelector(".outcome").replaceChildren(...made);
}

// Events as they come: each ends with an empty line.
async function listening(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (let { value, done: over } = await reader.read(); !over; { value, done: over } = await reader.read()) {
    const events = (waiting + value).split("\n\n");
    waiting = events.pop();
    for (const event of events) told(JSON.parse(event.slice("data: ".length)));
  }
}

// The piece of the page at the end is made by the server's own template, which escapes.
function told(event) {
  if ("page" in event) done(...new DOMParser().parseFromString(event.page, "text/html").body.children);
  else heard(event);
}
