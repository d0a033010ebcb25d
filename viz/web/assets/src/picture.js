// What a browser adds to a picture: full screen, boxes hidden and shown again, the picture as it is shown to take away.
import { element, handOver } from "./words.js";

const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font", "opacity", "text-decoration", "display"];

export function drawn(section) {
  const on = (name, doing) => section.querySelector(name)?.addEventListener("click", doing);
  on(".png", () => asPicture(section));
  on(".vector", () => handOver("luoc-do.svg", asVector(section)));
  on(".full", () => section.querySelector(".canvas").requestFullscreen());
  hideable(section);
}

// While the button is pressed a click hides a box and its lines instead of following it; so does Delete on a box.
function hideable(section) {
  const [button, back] = [section.querySelector(".hide"), section.querySelector(".back")];
  if (!button) return;
  const gone = [];
  const hide = (link) => {
    const hidden = [link, ...section.querySelectorAll(`[data-of~="${CSS.escape(link.dataset.key)}"]`)];
    hidden.forEach((one) => one.classList.add("gone"));
    gone.push(hidden);
    back.disabled = false;
  };
  button.addEventListener("click", () => {
    const on = section.classList.toggle("hiding");
    button.setAttribute("aria-pressed", String(on));
  });
  back.addEventListener("click", () => {
    gone.pop()?.forEach((one) => one.classList.remove("gone"));
    back.disabled = !gone.length;
  });
  section.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key]");
    if (!link || !section.classList.contains("hiding")) return;
    event.preventDefault();
    hide(link);
  });
  section.addEventListener("keydown", (event) => {
    const link = event.target.closest("a[data-key]");
    if (event.key === "Delete" && link) hide(link);
  });
}

// The drawing in sight with its computed colours, so that it looks the same without the page's style.
function copied(section) {
  const shown = [...section.querySelectorAll("svg")].find((svg) => svg.getBoundingClientRect().width > 0);
  const copy = shown.cloneNode(true);
  const from = shown.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((one, at) => {
    const style = getComputedStyle(from[at]);
    for (const name of STYLES) one.style.setProperty(name, style.getPropertyValue(name));
  });
  return copy;
}

function asVector(section) {
  const words = new XMLSerializer().serializeToString(copied(section));
  return URL.createObjectURL(new Blob([words], { type: "image/svg+xml" }));
}

function asPicture(section) {
  const copy = copied(section);
  const { width, height } = copy.viewBox.baseVal;
  const image = new Image();
  image.onload = () => {
    const canvas = element("canvas", { width: width * 2, height: height * 2 });
    const brush = canvas.getContext("2d");
    brush.fillStyle = getComputedStyle(document.body).backgroundColor;
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    handOver("luoc-do.png", canvas.toDataURL());
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}
