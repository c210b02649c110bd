// The differences from a stored version, in the editor itself.

import { Compartment } from "@codemirror/state";
import { getChunks, goToNextChunk, unifiedMergeView } from "./merge/merge.js";
import { element, say } from "./texts.js";

async function stored(version, path) {
  const address = path.split("/").map(encodeURIComponent).join("/");
  const answer = await fetch(`/api/v1/rulesets/${version}/files/${address}`);
  if (!answer.ok && answer.status !== 404) {
    throw new Error(String(answer.status));
  }
  return answer.ok ? answer.text() : "";
}

export class Comparison {
  /** @param versions numbers of the versions to compare with, by the name of the text of their button */
  constructor(field, versions) {
    this.field = field;
    this.place = new Compartment();
    this.buttons = Object.entries(versions).map(([name, version]) => this.button(name, version));
    this.told = element("span", { class: "hint", role: "status" });
    const next = { type: "button", class: "btn", hidden: true, onclick: () => this.next() };
    this.following = element("button", next, say("next"));
    this.bar = element("div", { class: "row" }, ...this.buttons, this.following, this.told);
  }

  get extension() {
    return this.place.of([]);
  }

  button(name, version) {
    const pressed = { type: "button", class: "btn", "aria-pressed": "false" };
    return element("button", { ...pressed, onclick: (event) => this.toggle(event.target, version) }, say(name, version));
  }

  async toggle(button, version) {
    const wanted = button.getAttribute("aria-pressed") === "false";
    this.buttons.forEach((each) => each.setAttribute("aria-pressed", String(wanted && each === button)));
    try {
      const original = wanted ? await stored(version, this.field.path) : null;
      this.show(original);
    } catch {
      button.setAttribute("aria-pressed", "false");
      this.told.textContent = say("unreachable");
    }
  }

  show(original) {
    const view = this.field.view;
    const extension =
      original === null
        ? []
        : unifiedMergeView({ original, mergeControls: false, collapseUnchanged: { margin: 3, minSize: 8 } });
    view.dispatch({ effects: this.place.reconfigure(extension) });
    this.count();
  }

  /** Says how many places differ. */
  count() {
    const chunks = getChunks(this.field.view.state)?.chunks;
    this.following.hidden = !chunks?.length;
    this.told.textContent = chunks ? (chunks.length ? say("changes", chunks.length) : say("asBefore")) : "";
  }

  next() {
    goToNextChunk(this.field.view);
    this.field.view.focus();
  }
}
