// The article as it is written: a field with its findings marked behind it, and changes that can be undone.
// Offsets are UTF-16 units of the field's value.
export class Paper {
  #spots = [];
  #before = "";
  #done = [];

  // `touched` is called when somebody has changed the text.
  constructor(area, marks, touched) {
    this.area = area;
    this.marks = marks;
    area.addEventListener("input", () => {
      this.#moved();
      this.#draw();
      touched();
    });
  }

  get text() {
    return this.area.value;
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  // Another article: nothing of the one before can be undone.
  fill(text) {
    this.area.value = text;
    this.#before = this.area.value;
    this.#done = [];
    this.show([]);
  }

  // Marks the findings in a text that has not changed since it was sent.
  show(spots) {
    this.#before = this.area.value;
    const kept = (change) => ({ ...change, was: this.text.slice(change.start, change.end) });
    const ready = (choice) => ({ ...choice, changes: choice.changes.map(kept) });
    this.#spots = spots.map((spot) => ({ ...spot, choices: spot.choices.map(ready) }));
    this.#spots.sort((one, other) => one.start - other.start || one.end - other.end);
    this.#draw();
  }

  spot(id) {
    return this.#spots.find((spot) => spot.id === id);
  }

  // The finding at the caret.
  get here() {
    const at = this.area.selectionStart;
    return this.#spots.find((spot) => spot.start <= at && at <= spot.end);
  }

  // Applies a suggestion of a finding; false if the text has changed there since it was made.
  apply(id, number) {
    const changes = this.spot(id)?.choices[number]?.changes;
    if (changes === undefined || !this.#fits(changes)) return false;
    this.#done.push({ changes: this.#write(changes) });
    return true;
  }

  // Something beside the text that was done, and how it is undone.
  note(undo) {
    this.#done.push({ undo });
  }

  // Takes the last step back; false if the text has changed there meanwhile.
  undo() {
    const step = this.#done.pop();
    if (step === undefined) return false;
    if (step.undo) {
      step.undo();
      return true;
    }
    if (!this.#fits(step.changes)) return false;
    this.#write(step.changes);
    return true;
  }

  select(start, end) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
  }

  #fits(changes) {
    return changes.every((change) => this.text.slice(change.start, change.end) === change.was);
  }

  // Writes from the end to the beginning, as if it were typed, so that the browser's own undo works, too.
  #write(changes) {
    const inOrder = [...changes].sort((one, other) => one.start - other.start);
    const was = inOrder.map((change) => this.text.slice(change.start, change.end));
    for (const change of inOrder.toReversed()) {
      this.select(change.start, change.end);
      const typed = change.text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, change.text);
      if (!typed) {
        this.area.setRangeText(change.text, change.start, change.end, "end");
        this.area.dispatchEvent(new InputEvent("input"));
      }
    }
    let shift = 0;
    return inOrder.map((change, number) => {
      const start = change.start + shift;
      shift += change.text.length - (change.end - change.start);
      return { start, end: start + change.text.length, text: was[number], was: change.text };
    });
  }

  // Carries places along with what was typed.
  #moved() {
    const [old, now] = [this.#before, this.area.value];
    this.#before = now;
    let at = 0;
    while (at < old.length && at < now.length && old[at] === now[at]) at += 1;
    let same = 0;
    while (same < Math.min(old.length, now.length) - at && old[old.length - 1 - same] === now[now.length - 1 - same]) same += 1;
    const [last, shift] = [old.length - same, now.length - old.length];
    const moved = (place) => (place >= last ? place + shift : Math.min(place, Math.max(at, last + shift)));
    const offered = this.#spots.flatMap((spot) => spot.choices.flatMap((choice) => choice.changes));
    for (const place of [...this.#spots, ...offered, ...this.#done.flatMap((step) => step.changes ?? [])]) {
      [place.start, place.end] = [moved(place.start), moved(place.end)];
    }
  }

  #draw() {
    const [text, parts] = [this.text, []];
    let last = 0;
    for (const spot of this.#spots) {
      if (spot.end < last) continue;
      const start = Math.max(spot.start, last);
      const mark = document.createElement("mark");
      mark.className = `mark ${spot.severity}${start === spot.end ? " nothing" : ""}`;
      mark.dataset.note = spot.id;
      mark.textContent = text.slice(start, spot.end);
      parts.push(text.slice(last, start), mark);
      last = spot.end;
    }
    this.marks.replaceChildren(...parts, text.slice(last), "\n\u200b");
  }
}
