// The page of the web application: asks the server while somebody writes, and shows what it answers.
import { choose, current, keys, refresh, step } from "./findings.js";
import { brought, droppable, opened, saved } from "./files.js";
import { Paper } from "./paper.js";

const TYPING = 150; // ms after the last key until the quick reading
const RESTING = 1200; // and from that to the thorough one
const AGAIN = 2000; // until a server that is busy is asked again
const at = (id) => document.getElementById(id);
const trusted = globalThis.trustedTypes?.createPolicy("newslint", { createHTML: (markup) => markup }); // escaped by the server
const put = (element, markup) => {
  element.innerHTML = trusted ? trusted.createHTML(markup) : markup;
};
const paper = new Paper(at("content"), at("marks"), () => later(TYPING));
const dismissed = new Set();
const state = { name: "", ends: "\n", texts: [], waiting: 0, asking: null, notes: "" };

function later(delay, reading = "quick") {
  clearTimeout(state.waiting);
  state.asking?.abort();
  state.waiting = setTimeout(() => ask(reading), delay);
}

const wellFormed = (text) => text.toWellFormed?.() ?? text;

function sent(reading) {
  const [chosen, source] = [[...document.querySelectorAll('#packs input[name="pack"]')], wellFormed(at("source").value)];
  const packs = (on) => chosen.filter((box) => box.checked === on && box.dataset.runs !== String(on)).map((box) => box.value);
  return {
    content: wellFormed(paper.text),
    name: state.name || at("format").value,
    reading,
    date: at("date").value || null,
    sources: source.trim() === "" ? [] : [{ content: source }],
    dismissed: [...dismissed],
    "extend-select": packs(true),
    ignore: packs(false),
  };
}

function post(address, body, signal) {
  return fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal });
}

async function ask(reading) {
  const asking = new AbortController();
  state.asking = asking;
  if (paper.text.trim() === "") return show({ verdict: "publish", sentence: "", strip: "", article: "", notes: "", sides: "", spots: [], faults: [] });
  try {
    const answer = await post("desk/look", sent(reading), asking.signal);
    if (answer.status === 401) return location.reload();
    if (answer.status === 503) return later(AGAIN, reading);
    const said = await answer.json();
    if (asking.signal.aborted) return;
    if (!answer.ok) return fail(said.error);
    show(said);
    if (said.more) later(RESTING, "auto");
  } catch (fault) {
    if (fault.name !== "AbortError") fail("newslint does not answer. Is it still running?");
  }
}

function fail(why) {
  tell("hold", "", why);
}

function tell(kind, verdict, sentence) {
  const [line, words] = [at("verdict"), `${verdict} ${sentence}`.trim()];
  line.className = `verdict ${kind}`;
  if (line.textContent === words) return;
  const strong = document.createElement("b");
  strong.textContent = verdict;
  line.replaceChildren(strong, ` ${sentence}`);
}

function show(said) {
  tell(said.verdict, said.sentence === "" ? "" : said.verdict === "hold" ? "Hold." : "Publish.", said.sentence || "No article yet.");
  at("faults").replaceChildren(...said.faults.map((fault) => Object.assign(document.createElement("li"), { textContent: fault })));
  put(at("strip"), said.strip);
  put(at("read"), said.article);
  put(at("sides"), said.sides);
  document.querySelector('[data-view="sides"]').hidden = said.sides === "";
  if (said.sides === "" && !at("sides").hidden) view("write");
  paper.show(said.spots);
  if (said.notes !== state.notes) renew(said);
  refresh();
  at("undo").disabled = !paper.canUndo;
}

// Writes the list of findings anew; whoever was in it stays where they were.
function renew(said) {
  const list = at("notes");
  const place = list.contains(document.activeElement) ? [...list.children].indexOf(document.activeElement.closest(".note")) : -1;
  state.notes = said.notes;
  put(list, said.notes);
  for (const spot of said.spots) at(spot.id).querySelector("details").before(offers(spot));
  if (place !== -1) choose(list.children[Math.min(place, list.children.length - 1)] ?? null);
}

function offers(spot) {
  const line = document.createElement("p");
  line.className = "offers";
  const offer = (words, act) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    button.addEventListener("click", act);
    line.append(button);
  };
  spot.choices.forEach((choice, number) => {
    offer(choice.words === "" ? "Delete it" : `Write ‘${choice.words}’`, () => apply(spot.id, number));
  });
  offer("Dismiss", () => dismiss(spot.id));
  return line;
}

function apply(id, number) {
  const inNotes = at("notes").contains(document.activeElement);
  if (paper.apply(id, number) && inNotes) at(id)?.focus();
  later(0);
}

function dismiss(id) {
  const spot = paper.spot(id);
  if (spot === undefined) return;
  dismissed.add(spot.fingerprint);
  paper.note(() => dismissed.delete(spot.fingerprint));
  later(0);
}

function undo() {
  if (!paper.canUndo) return;
  const back = paper.undo();
  later(0);
  if (!back) tell("hold", "", "The text has changed there since; use the field's own undo.");
}

function view(name) {
  for (const button of document.querySelectorAll("[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === name));
    at(button.dataset.view).hidden = button.dataset.view !== name;
  }
  refresh();
}

function go(note) {
  const spot = note === null ? undefined : paper.spot(note.id);
  if (spot === undefined) return;
  if (at("write").hidden) view("write");
  paper.select(spot.start, spot.end);
  marked(note)?.scrollIntoView({ block: "nearest" });
}

function marked(note) {
  return at("marks").querySelector(`[data-note="${note.id}"]`);
}

function fill(text) {
  state.name = text.name;
  state.ends = text.content.includes("\r\n") ? "\r\n" : "\n";
  const known = [...at("format").options].find((option) => suffix(option.value) === suffix(text.name));
  if (known) at("format").value = known.value;
  dismissed.clear();
  paper.fill(text.content);
  view("write");
  later(0);
}

const suffix = (name) => name.slice(name.lastIndexOf(".")).toLowerCase();

async function open(file) {
  if (file === undefined) return;
  try {
    state.texts = await opened(file);
  } catch (fault) {
    return fail(fault.message);
  }
  at("parts").hidden = state.texts.length < 2;
  at("parts").querySelector("select").replaceChildren(...state.texts.map((text, number) => new Option(`${number + 1}. ${text.content.slice(0, 40)}`, number)));
  if (state.texts.length === 0) return fail(`${file.name} holds no article.`);
  fill(state.texts[0]);
}

async function report() {
  const kind = at("kind").value;
  const answer = await post(`api/check?format=${kind}`, sent("auto"));
  if (!answer.ok) return fail((await answer.json()).error);
  const name = `${state.name || at("format").value}.report.${kind === "text" ? "txt" : kind}`;
  saved(name, await answer.blob(), answer.headers.get("content-type"));
}

function listen() {
  const when = (id, event, act) => at(id).addEventListener(event, act);
  when("file", "change", (event) => open(event.target.files[0]));
  when("sourcefile", "change", async (event) => {
    const texts = await opened(event.target.files[0]).catch((fault) => fail(fault.message));
    if (texts) at("source").value = texts[0].content;
    later(0);
  });
  when("parts", "change", (event) => fill(state.texts[event.target.value]));
  when("format", "change", () => {
    state.name = "";
    later(0);
  });
  when("date", "change", () => later(0));
  when("source", "input", () => later(TYPING));
  when("packs", "change", () => later(0));
  when("example", "click", async () => fill({ name: at("format").options[0].value, content: await (await fetch("page/example.txt")).text() }));
  when("undo", "click", undo);
  when("save", "click", () => saved(state.name || at("format").value, paper.text.replaceAll("\n", state.ends)));
  when("report", "click", () => report().catch(() => fail("newslint does not answer. Is it still running?")));
  when("desk", "submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => view(button.dataset.view));
  for (const event of ["click", "keyup"]) when("content", event, () => paper.here && at(paper.here.id) && choose(at(paper.here.id), false));
  document.addEventListener("chosen", (event) => {
    for (const mark of at("marks").querySelectorAll(".current")) mark.classList.remove("current");
    if (event.detail === null || at("write").hidden) return;
    marked(event.detail)?.classList.add("current");
    marked(event.detail)?.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8") return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
}

Object.assign(keys, {
  a: () => current && apply(current.id, 0),
  d: () => current && dismiss(current.id),
  u: undo,
  e: () => go(current),
});
at("submit").hidden = true;
listen();
droppable(open);
const first = brought();
if (first !== "") fill({ name: "", content: first });
else if (paper.text !== "") later(0);
