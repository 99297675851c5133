"use strict";
// Filters, keys, and a line from a finding to what it was compared with. The page of a run is whole without it.
// Written without the characters that XML gives a meaning, so that the page is well-formed as XML, too.
const filters = document.getElementById("filters");
const notes = () => Array.from(document.querySelectorAll(".note"));
const shown = () => notes().filter((note) => !note.hidden);
const markOf = (note) => document.querySelector(`a.mark[href="#${note.id}"]`);
export let current = null;

function visible(note) {
  const off = (name, value) => {
    const box = filters.querySelector(`input[name="${name}"][value="${value}"]`);
    return box !== null ? !box.checked : false;
  };
  const severity = ["error", "warning", "info"].find((each) => note.classList.contains(each));
  return !(off("severity", severity) || off("pack", note.dataset.pack));
}

// To be called when the filters or the notes have changed.
export function refresh() {
  const marks = new Map();
  for (const mark of document.querySelectorAll("a.mark")) {
    const id = mark.getAttribute("href").slice(1);
    marks.set(id, [...(marks.get(id) ?? []), mark]);
  }
  for (const note of notes()) {
    note.hidden = !visible(note);
    for (const mark of marks.get(note.id) ?? []) mark.classList.toggle("off", note.hidden);
  }
  if (current !== null) current = document.getElementById(current.id);
  if (current !== null) current.classList.add("current");
  lines();
}

export function choose(note, focus = true) {
  if (current !== null) current.classList.remove("current");
  current = note;
  document.dispatchEvent(new CustomEvent("chosen", { detail: focus ? note : null }));
  if (note === null) return lines();
  note.classList.add("current");
  if (focus) note.focus({ preventScroll: true });
  note.scrollIntoView({ block: "nearest" });
  const mark = markOf(note);
  if (focus) mark?.scrollIntoView({ block: "nearest" });
  lines();
}

export function step(by) {
  const all = shown();
  if (all.length === 0) return;
  const here = all.indexOf(current);
  choose(all[(here === -1 ? (by === 1 ? 0 : all.length - 1) : here + by + all.length) % all.length]);
}

function lines() {
  document.getElementById("lines")?.remove();
  if (current === null || current.hidden) return;
  const from = document.getElementById(`${current.id}-at`);
  const others = Array.from(document.querySelectorAll(`span[id^="${current.id}-"]`)).filter((place) => place !== from);
  if (from === null || others.length === 0 || from.closest("[hidden]") !== null) return;
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.id = "lines";
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("width", document.documentElement.scrollWidth);
  drawing.setAttribute("height", document.documentElement.scrollHeight);
  const middle = (place) => {
    const box = place.getBoundingClientRect();
    return [box.left + scrollX, box.bottom + scrollY];
  };
  for (const other of others) {
    const line = document.createElementNS(space, "line");
    const [[x1, y1], [x2, y2]] = [middle(from), middle(other)];
    for (const [name, value] of Object.entries({ x1, y1, x2, y2 })) line.setAttribute(name, value);
    drawing.append(line);
  }
  document.body.append(drawing);
}

export const keys = {
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
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (held || !Object.hasOwn(keys, event.key)) return;
  if (event.target.closest("textarea, select, input:not([type=checkbox])") !== null) return;
  if (event.key === "Enter" ? event.target.closest("input, a, summary, button") !== null : false) return;
  if (event.key.length === 1 ? !document.getElementById("letters").checked : false) return;
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
    if (event.target.closest("a, summary, button") === null) choose(note);
  }
});
filters.addEventListener("change", refresh);
addEventListener("resize", lines);
for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;
