"use strict";
// Filters, keys, and a line from a finding to what it was compared with. The page is whole without it.
// Written without the characters that XML gives a meaning, so that the page is well-formed as XML, too.
const notes = Array.from(document.querySelectorAll(".note"));
const filters = document.getElementById("filters");
const shown = () => notes.filter((note) => !note.hidden);
let current = null;

function visible(note) {
  const off = (name, value) => {
    const box = filters.querySelector(`input[name="${name}"][value="${value}"]`);
    return box !== null ? !box.checked : false;
  };
  const severity = ["error", "warning", "info"].find((each) => note.classList.contains(each));
  return !(off("severity", severity) || off("pack", note.dataset.pack));
}

function apply() {
  for (const note of notes) {
    note.hidden = !visible(note);
    for (const mark of document.querySelectorAll(`a.mark[href="#${note.id}"]`)) mark.classList.toggle("off", note.hidden);
  }
  lines();
}

function choose(note) {
  if (current !== null) current.classList.remove("current");
  current = note;
  if (note === null) return;
  note.classList.add("current");
  note.focus({ preventScroll: true });
  note.scrollIntoView({ block: "nearest" });
  const mark = document.querySelector(`a.mark[href="#${note.id}"]`);
  if (mark !== null) mark.scrollIntoView({ block: "center" });
  lines();
}

function step(by) {
  const all = shown();
  if (all.length === 0) return;
  const here = all.indexOf(current);
  choose(all[(here === -1 ? (by === 1 ? 0 : all.length - 1) : here + by + all.length) % all.length]);
}

function lines() {
  const old = document.getElementById("lines");
  if (old !== null) old.remove();
  if (current === null || current.hidden) return;
  const from = document.getElementById(`${current.id}-at`);
  const others = Array.from(document.querySelectorAll(`span[id^="${current.id}-"]`)).filter((place) => place !== from);
  if (from === null || others.length === 0) return;
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.id = "lines";
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("width", document.documentElement.scrollWidth);
  drawing.setAttribute("height", document.documentElement.scrollHeight);
  const middle = (place) => {
    const box = place.getBoundingClientRect();
    return [box.left + scrollX, box.top + box.height / 2 + scrollY];
  };
  for (const other of others) {
    const line = document.createElementNS(space, "line");
    const [[x1, y1], [x2, y2]] = [middle(from), middle(other)];
    for (const [name, value] of Object.entries({ x1, y1, x2, y2 })) line.setAttribute(name, value);
    drawing.append(line);
  }
  document.body.append(drawing);
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  Enter: () => {
    const details = current === null ? null : current.querySelector("details");
    if (details !== null) details.open = !details.open;
  },
  "?": () => {
    const help = document.getElementById("help");
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
  },
  Escape: () => choose(null),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, a, summary, button") !== null;
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (held || !Object.hasOwn(keys, event.key) || (typing ? event.key === "Enter" : false)) return;
  keys[event.key]();
  event.preventDefault();
});
document.addEventListener("click", (event) => {
  const mark = event.target.closest("a.mark");
  if (mark !== null) {
    choose(document.getElementById(mark.getAttribute("href").slice(1)));
    event.preventDefault();
    return;
  }
  const note = event.target.closest(".note");
  if (note !== null) {
    if (event.target.closest("a, summary") === null) choose(note);
  }
});
filters.addEventListener("change", apply);
addEventListener("resize", lines);
for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;
