// What a browser adds to a picture: full screen, boxes hidden or pinned, the picture as it is shown to take away.
import { element, handOver, said } from "./words.js";

const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font", "opacity", "text-decoration", "display"];

export function drawn(section) {
  const on = (name, doing) => section.querySelector(name)?.addEventListener("click", doing);
  on(".png", () => asPicture(section));
  on(".vector", () => handOver("luoc-do.svg", asVector(section)));
  on(".full", () => section.querySelector(".canvas").requestFullscreen());
  withModes(section);
}

// While a button is pressed a click on a box hides or pins it instead of following it; so do Delete and P on a box.
function withModes(section) {
  const buttons = { hiding: section.querySelector(".hide"), pinning: section.querySelector(".pin") };
  const doing = { hiding: hideable(section), pinning: pinnable(section) };
  if (!buttons.hiding) return;
  const choose = (mode, on) => {
    section.classList.toggle(mode, on);
    buttons[mode].setAttribute("aria-pressed", String(on));
  };
  for (const mode of Object.keys(buttons)) {
    buttons[mode].addEventListener("click", () => {
      const on = !section.classList.contains(mode);
      Object.keys(buttons).forEach((one) => choose(one, on && one === mode));
    });
  }
  section.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key]");
    const mode = Object.keys(buttons).find((one) => section.classList.contains(one));
    if (!link || !mode) return;
    event.preventDefault();
    doing[mode](link);
  });
  section.addEventListener("keydown", (event) => {
    const link = event.target.closest("a[data-key]");
    const mode = { Delete: "hiding", p: "pinning" }[event.key];
    if (link && mode) doing[mode](link);
  });
}

const withLines = (section, key) => section.querySelectorAll(`[data-key="${CSS.escape(key)}"],[data-of~="${CSS.escape(key)}"]`);

function hideable(section) {
  const back = section.querySelector(".back");
  const gone = [];
  back?.addEventListener("click", () => {
    gone.pop()?.forEach((one) => one.classList.remove("gone"));
    back.disabled = !gone.length;
  });
  return (link) => {
    const hidden = [...withLines(section, link.dataset.key)];
    hidden.forEach((one) => one.classList.add("gone"));
    gone.push(hidden);
    back.disabled = false;
  };
}

// What is pinned stays marked in every picture of this tab, and at hand below it, whichever box becomes the middle.
const PINS = "luocdo-pins";
const pinned = () => JSON.parse(sessionStorage.getItem(PINS) ?? "{}");

function pinnable(section) {
  const tray = section.querySelector(".pins");
  const toggle = (key, words) => {
    const pins = pinned();
    if (key in pins) delete pins[key];
    else pins[key] = words;
    sessionStorage.setItem(PINS, JSON.stringify(pins));
    document.querySelectorAll(".picture").forEach(showPins);
  };
  tray?.addEventListener("click", ({ target }) => {
    if (target.dataset.unpin) toggle(target.dataset.unpin);
  });
  showPins(section);
  return (link) => toggle(link.dataset.key, link.querySelector(".first")?.textContent ?? link.getAttribute("aria-label"));
}

function showPins(section) {
  const pins = Object.entries(pinned());
  section.querySelectorAll(".pinned").forEach((one) => one.classList.remove("pinned"));
  for (const [key] of pins) withLines(section, key).forEach((one) => one.classList.add("pinned"));
  const tray = section.querySelector(".pins");
  if (!tray) return;
  tray.hidden = !pins.length;
  tray.replaceChildren(said("Đã ghim:"), ...pins.map(([key, words]) => element("span", {},
    element("a", { href: key, textContent: words }), " ", unpin(key, words))));
}

function unpin(key, words) {
  const made = element("button", { type: "button", textContent: "×", ariaLabel: `${said("Bỏ ghim")} ${words}` });
  made.dataset.unpin = key;
  return made;
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
