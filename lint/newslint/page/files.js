// Files: opening them, saving them, and what a bookmarklet brings along.
export async function opened(file) {
  const answer = await fetch(`desk/open?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error);
  return said;
}

export function saved(name, content, type = "text/plain;charset=utf-8") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Calls `take` with a file that is dropped anywhere on the page.
export function droppable(take) {
  const holds = (event) => event.dataTransfer?.types.includes("Files");
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    document.addEventListener(name, (event) => {
      if (name === "drop" || event.relatedTarget === null) document.body.classList.remove("dropping");
    });
  }
  document.addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
}

// The text behind `#text=` in the address, which no server is ever sent; it is taken out of the address and the history.
export function brought() {
  const found = /^#text=(.*)$/su.exec(location.hash);
  if (found === null) return "";
  history.replaceState(null, "", location.pathname);
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return "";
  }
}
