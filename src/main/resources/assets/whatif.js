// The what-if page answers while somebody writes. Without this file its button does the same.
const PAUSE_MILLIS = 250;
const form = document.getElementById("try");
const results = document.getElementById("results");
const said = document.getElementById("said");
let pause;
let underWay;

function put(html) {
  const answer = document.createElement("template");
  answer.innerHTML = html;
  results.replaceChildren(...answer.content.querySelector("#results").childNodes);
  // The place that is read aloud stays; only its words change, and only if they do.
  const words = answer.content.querySelector("#said");
  if (words.innerHTML !== said.innerHTML) {
    said.replaceChildren(...words.childNodes);
  }
  const wrong = new Set([...results.querySelectorAll("[data-field]")].map((one) => one.dataset.field));
  for (const field of form.elements) {
    if (wrong.has(field.name)) {
      field.setAttribute("aria-invalid", "true");
    } else {
      field.removeAttribute("aria-invalid");
    }
  }
  form.querySelectorAll(".mistake").forEach((one) => one.remove());
}

async function ask() {
  underWay?.abort();
  underWay = new AbortController();
  const mine = underWay;
  const fields = new URLSearchParams(new FormData(form));
  const address = form.getAttribute("action");
  const stored = form.method === "get";
  if (stored) {
    history.replaceState(null, "", `${address}?${fields}`);
  }
  fields.set("part", "comparison");
  try {
    const answer = stored
      ? await fetch(`${address}?${fields}`, { signal: mine.signal })
      : await fetch(address, { method: "POST", body: fields, signal: mine.signal });
    if (answer.ok || answer.status === 422) {
      put(await answer.text());
    }
  } catch (failure) {
    // Overtaken by what was written since, or nobody answered: what is shown stays, and the button is still there.
    if (failure.name !== "AbortError") {
      results.setAttribute("data-failed", failure.name);
    }
  }
}

form?.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(ask, PAUSE_MILLIS);
});
