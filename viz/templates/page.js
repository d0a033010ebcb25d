"use strict";
// The picture of an answer: boxes in columns, folds that open, a click or a key tells the sentence behind a box or an arrow.
const LETTER = 7.2, LINE = 17, AROUND = 28, BETWEEN = 14, TOLD = 30, FEW_ARROWS = 12;
const small = matchMedia("(max-width: 800px)").matches;
const [WIDEST, GAP, LEAST] = small ? [300, 40, 0.9] : [250, 90, 0.75];
const INDENT = 30;
const data = JSON.parse(document.getElementById("data").textContent);
const items = new Map([...data.nodes, ...data.folds].map((one) => [one.id, one]));
for (const fold of data.folds) for (const id of fold.members) items.get(id).parent = fold.id;
const leaves = (id) => items.get(id).members?.flatMap(leaves) ?? [id];
for (const fold of data.folds) fold.order = Math.min(...leaves(fold.id).map((id) => items.get(id).order));
const byId = (id) => document.getElementById(id);
const room = byId("drawing");
let state = { open: new Set(), hidden: new Set() };
const past = [];
let chosen = null;
let language = document.documentElement.lang;
const said = (words) => (language === "en" ? data.english[words] ?? words : words);

// What stands for a box now: itself, or the outermost fold around it that is closed.
function standing(id) {
  let shown = id;
  for (let at = items.get(id).parent; at; at = items.get(at).parent) if (!state.open.has(at)) shown = at;
  return shown;
}
const isShown = (id) => standing(id) === id && !state.hidden.has(id) && !(items.get(id).members && state.open.has(id));

const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const network = new vis.Network(room, { nodes, edges }, {
  physics: false,
  interaction: { hover: true, keyboard: false, navigationButtons: false },
  nodes: { font: { face: "system-ui", size: 14, align: "left", multi: false }, margin: 7, shape: "box" },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, smooth: { type: "cubicBezier", forceDirection: small ? "vertical" : "horizontal", roundness: 0.5 } },
});
network.canvas.frame.tabIndex = -1; // the keys are heard by the frame around it

// A fold is called by its number, what it holds in the reader's language, and whose it is.
const caption = (one) => (one.members ? one.caption.map(said).join(" ") : one.caption);
const label = (one) => (one.members ? "▸ " : "") + caption(one) + (one.day ? `\n${one.mark} ${one.day}` : "");

// Layers stand side by side, on a telephone one below the other; a box is as high as its words, so that none lies on another.
// A layer that arrows pass over begins lower, so that they can be seen.
function places(shown) {
  const layers = Map.groupBy ? Map.groupBy(shown, (one) => one.layer) : grouped(shown);
  const found = new Map();
  let [left, top] = [0, 0];
  for (const layer of [...layers.keys()].sort((a, b) => a - b)) {
    const column = layers.get(layer).sort((a, b) => a.order - b.order);
    const width = Math.min(WIDEST, Math.max(...column.map((one) => Math.max(...label(one).split("\n").map((line) => line.length)))) * LETTER + AROUND);
    if (!small) top = isPassed(layer) ? LINE + AROUND + GAP / 2 : 0;
    for (const one of column) {
      const height = lines(label(one), width) * LINE + AROUND;
      found.set(one.id, { x: left + width / 2, y: top + height / 2, width });
      top += height + BETWEEN;
    }
    left += small ? INDENT : width + GAP;
    if (small) top += GAP;
  }
  return found;
}

const isPassed = (layer) => data.edges.some(({ from, to }) => {
  const ends = [items.get(from).layer, items.get(to).layer];
  return Math.min(...ends) < layer && layer < Math.max(...ends);
});

const lines = (words, width) => words.split("\n").reduce((sum, line) => sum + Math.ceil((line.length * LETTER * 1.1) / (width - AROUND)), 0);

function grouped(shown) {
  const columns = new Map();
  for (const one of shown) columns.set(one.layer, [...(columns.get(one.layer) ?? []), one]);
  return columns;
}

function joined() {
  const found = new Map();
  for (const edge of data.edges) {
    const [from, to] = [standing(edge.from), standing(edge.to)];
    if (from === to || state.hidden.has(from) || state.hidden.has(to)) continue;
    const key = JSON.stringify([from, to, edge.term]);
    const known = found.get(key);
    if (known) known.stands.push(edge);
    else found.set(key, { ...edge, id: key, from, to, stands: [edge] });
  }
  for (const one of found.values()) {
    one.count = one.stands.length > 1 ? String(one.stands.length) : "";
    one.width = Math.min(6, 1 + Math.log2(one.stands.length));
  }
  return [...found.values()];
}

function draw() {
  const shown = [...items.values()].filter((one) => isShown(one.id));
  const at = places(shown);
  edges.clear();
  nodes.clear();
  nodes.add(shown.map((one) => ({
    id: one.id, label: label(one), x: at.get(one.id).x, y: at.get(one.id).y, color: one.color, borderWidth: one.borderWidth,
    shapeProperties: one.shapeProperties ?? { borderDashes: false }, widthConstraint: at.get(one.id).width - AROUND, caption: one.caption,
  })));
  edges.add(joined());
  counted();
  byId("undo").disabled = !past.length;
  if (chosen && isShown(chosen)) network.selectNodes([chosen]);
}

// Of few arrows all say how many they stand for; of many only those of the chosen box, for numbers would lie on one another.
function counted() {
  const all = edges.length <= FEW_ARROWS;
  edges.update(edges.map((one) => ({ id: one.id, label: all || one.from === chosen || one.to === chosen ? one.count : " " })));
}

// Each change can be undone.
function change(how) {
  past.push({ open: new Set(state.open), hidden: new Set(state.hidden) });
  how(state);
  draw();
}

function element(tag, words, facts = {}) {
  const made = Object.assign(document.createElement(tag), facts);
  made.textContent = words;
  return made;
}

function does(words, how) {
  const button = element("button", words, { type: "button" });
  button.addEventListener("click", how);
  return button;
}

function proofs(links) {
  const parts = links.slice(0, TOLD).flatMap((link) => [
    element("dt", `${said(link.term)}: ${caption(items.get(link.from))} → ${caption(items.get(link.to))}`),
    ...(link.quote ? [element("dd", "")] : []).map((dd) => { dd.append(element("blockquote", link.quote), link.file); return dd; }),
  ]);
  const left = links.length - TOLD;
  byId("proofs").replaceChildren(...parts, ...(left > 0 ? [element("dt", `… ${said("còn")} ${left}, ${said("xem bảng bên dưới")}`)] : []));
}

function named(words) {
  delete byId("name").dataset.said;
  byId("name").textContent = words;
}

function tell(id) {
  const one = items.get(id);
  named(caption(one));
  byId("facts").replaceChildren(...[["Loại", said(one.term)], ...(one.facts ?? [])].flatMap(([term, words]) => [element("dt", said(term)), element("dd", said(words))]));
  const doing = [does(said("Ẩn ô này"), () => hide(id))];
  if (one.members) doing.unshift(does(said("Mở ra"), () => unfold(id)));
  if (one.parent) doing.unshift(does(said("Gập lại"), () => foldAround(id)));
  byId("doing").replaceChildren(...doing);
  proofs(one.members ? [] : data.edges.filter((edge) => edge.from === id || edge.to === id));
}

function choose(id) {
  chosen = id;
  counted();
  network.selectNodes([id]);
  const { x, y } = network.getPosition(id);
  network.moveTo({ position: { x, y }, scale: Math.max(LEAST, network.getScale()), animation: false });
  tell(id);
}

const hide = (id) => { chosen = null; change(({ hidden }) => hidden.add(id)); };
function unfold(id) {
  change(({ open }) => open.add(id));
  choose(items.get(id).members.find(isShown) ?? leaves(id)[0]);
}
function foldAround(id) {
  const around = items.get(id).parent;
  change(({ open }) => open.delete(around));
  choose(standing(around));
}

// Brings a box into sight wherever it is folded or hidden.
function show(id) {
  if (!isShown(id)) {
    change(({ open, hidden }) => {
      hidden.delete(id);
      for (let at = items.get(id).parent; at; at = items.get(at).parent) { open.add(at); hidden.delete(at); }
    });
  }
  choose(id);
}

network.on("selectNode", ({ nodes: [id] }) => { chosen = id; counted(); tell(id); });
network.on("selectEdge", ({ nodes: picked, edges: [id] }) => {
  const link = edges.get(id);
  if (picked.length || !link) return;
  named(said(link.term));
  byId("facts").replaceChildren();
  byId("doing").replaceChildren();
  proofs(link.stands);
});
network.on("doubleClick", ({ nodes: [id] }) => { if (id !== undefined && items.get(id).members) unfold(id); });

// Keys: arrows go to the next box of the column or along an arrow, Enter opens or folds, Delete hides.
function near(id, key) {
  const places = network.getPositions();
  const own = places[id];
  if (key === "ArrowUp" || key === "ArrowDown") {
    const down = key === "ArrowDown" ? 1 : -1;
    const column = Object.keys(places).filter((other) => items.get(other).layer === items.get(id).layer && (places[other].y - own.y) * down > 0);
    return column.sort((a, b) => Math.abs(places[a].y - own.y) - Math.abs(places[b].y - own.y))[0];
  }
  const ahead = key === "ArrowRight" ? 1 : -1;
  const joinedTo = network.getConnectedNodes(id).filter((other) => (places[other].x - own.x) * ahead > 0);
  return joinedTo.sort((a, b) => Math.abs(places[a].y - own.y) - Math.abs(places[b].y - own.y))[0];
}

room.addEventListener("keydown", (event) => {
  const one = chosen && items.get(chosen);
  if (event.key.startsWith("Arrow")) {
    const next = chosen && isShown(chosen) ? near(chosen, event.key) : nodes.getIds()[0];
    if (next !== undefined) choose(next);
  } else if (event.key === "Enter" && one?.members) unfold(one.id);
  else if (event.key === "Enter" && one?.parent) foldAround(one.id);
  else if (event.key === "Delete" && one) hide(one.id);
  else if (event.key === "Escape") { chosen = null; network.unselectAll(); }
  else if (event.key === "+" || event.key === "-") network.moveTo({ scale: network.getScale() * (event.key === "+" ? 1.25 : 0.8), animation: false });
  else if (event.key === "0") whole();
  else return;
  event.preventDefault();
});

// Words and abbreviations find a box: each word asked for is a piece of its words, or of the initials of its name.
const plain = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
const initials = (words) => plain(words).split(/[^a-z0-9]+/).filter((word) => word && word !== "va").map((word) => word[0]).join("");
for (const one of data.nodes) one.words = `${plain(`${one.caption} ${one.full} ${one.also}`)} ${initials(one.caption)} ${initials(one.full)}`;
function find(words) {
  const asked = plain(words.trim()).split(/\s+/).filter(Boolean);
  return asked.length ? data.nodes.filter((one) => asked.every((word) => one.words.includes(word))) : [];
}
byId("search").addEventListener("input", (event) => {
  const found = find(event.target.value);
  if (!found.length) return;
  show(found[0].id);
  network.selectNodes(found.map((one) => one.id).filter(isShown));
});

byId("undo").addEventListener("click", () => { state = past.pop() ?? state; draw(); });
byId("fold").addEventListener("click", () => { change(({ open, hidden }) => { open.clear(); hidden.clear(); }); whole(); });
byId("whole").addEventListener("click", () => whole(0.05));
byId("png").addEventListener("click", () => Object.assign(document.createElement("a"), { download: "luocdo.png", href: network.canvas.frame.canvas.toDataURL() }).click());
document.querySelectorAll("[data-node]").forEach((button) => button.addEventListener("click", () => {
  show(button.dataset.node);
  room.focus();
  room.scrollIntoView({ block: "nearest" });
}));

// The whole picture where it can be read, else its upper left corner at a size that can.
function whole(least = LEAST) {
  const boxes = nodes.getIds().map((id) => network.getBoundingBox(id));
  if (!boxes.length) return;
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  const [width, height] = [room.clientWidth, room.clientHeight];
  const scale = Math.max(least, Math.min(1, 0.96 * width / (right - left), 0.96 * height / (bottom - top)));
  const along = (from, to, space) => ((to - from) * scale > space ? from - 12 + space / 2 / scale : (from + to) / 2);
  network.moveTo({ position: { x: along(left, right, width), y: along(top, bottom, height) }, scale, animation: false });
}

// The page in the other language: what it says of itself changes, what papers say stays.
function speak(chosenLanguage) {
  language = document.documentElement.lang = chosenLanguage;
  for (const one of document.querySelectorAll("[data-said]")) {
    one.dataset.said ||= one.textContent;
    one.textContent = said(one.dataset.said);
  }
  for (const [id, name] of [["search", "placeholder"], ["drawing", "ariaLabel"]]) {
    const one = byId(id);
    one.dataset.label ||= one[name];
    one[name] = said(one.dataset.label);
  }
  byId("language").textContent = language === "en" ? "Tiếng Việt" : "English";
  byId("language").lang = language === "en" ? "vi" : "en";
  draw();
  if (chosen) tell(chosen);
}
byId("language").addEventListener("click", () => speak(language === "en" ? "vi" : "en"));
speak(language);
network.once("afterDrawing", () => requestAnimationFrame(() => { network.redraw(); whole(); document.body.dataset.ready = "yes"; }));
