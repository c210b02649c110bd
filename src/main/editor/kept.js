// Text is never lost: leaving with unsaved text is asked about, and a copy is kept on this machine until it is stored.

import { check } from "./check.js";
import { element, isChinese, say } from "./texts.js";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const TURNS = 10;
const TURN_MILLIS = 1000;

/** Whether a version of the rules has these texts. Checks have their turns, so it may have to wait for one. */
async function isStored(base, files) {
  try {
    let answer = await check(base, files);
    for (let turn = 0; answer.status === 503 && turn < TURNS; turn++) {
      await new Promise((resolve) => setTimeout(resolve, TURN_MILLIS));
      answer = await check(base, files);
    }
    const found = await answer.json();
    return (await fetch("/api/v1/rulesets/" + encodeURIComponent(found.id))).ok;
  } catch {
    return false;
  }
}

export class Kept {
  constructor(form, fields) {
    this.form = form;
    this.fields = fields;
    this.key = "anxin-edit:" + form.dataset.base + ":" + fields[0].path;
    this.begun = this.texts();
    this.isUnsaved = form.dataset.unsaved === "true";
    form.addEventListener("submit", () => this.sent());
    addEventListener("beforeunload", (event) => {
      if (!this.isSent && (this.isUnsaved || !same(this.begun, this.texts()))) {
        event.preventDefault();
      }
    });
  }

  texts() {
    return Object.fromEntries(this.fields.map((field) => [field.path, field.text()]));
  }

  /** Keeps a copy, or none where nothing differs from what the page began with. */
  keep(more = {}) {
    const files = this.texts();
    if (!this.isUnsaved && same(files, this.begun)) {
      localStorage.removeItem(this.key);
    } else {
      localStorage.setItem(this.key, JSON.stringify({ files, at: Date.now(), ...more }));
    }
  }

  sent() {
    this.isSent = true;
    this.keep({ isSent: true });
  }

  /** Offers a copy that was left behind, unless it was stored after all. */
  async offer() {
    const copy = JSON.parse(localStorage.getItem(this.key) ?? "null");
    if (!copy || same(copy.files, this.begun)) {
      return;
    }
    if (copy.isSent && (await isStored(this.form.dataset.base, copy.files))) {
      localStorage.removeItem(this.key);
      return;
    }
    const note = element(
      "div",
      { class: "note", role: "status", id: "kept" },
      element("span", {}, say("kept", new Date(copy.at).toLocaleString(isChinese ? "zh-CN" : "en-GB"))),
      this.button("restore", () => {
        this.fields.forEach((field) => field.replace(copy.files[field.path] ?? field.text()));
        note.remove();
        this.fields[0].view.focus();
      }),
      this.button("forget", () => {
        localStorage.removeItem(this.key);
        note.remove();
        this.fields[0].view.focus();
      }),
    );
    this.form.before(note);
  }

  button(name, act) {
    return element("button", { type: "button", class: "btn", onclick: act }, say(name));
  }
}
