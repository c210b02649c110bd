// A field of the form as an editor. The field stays in the form, unseen, and always has the text.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, StreamLanguage } from "@codemirror/language";
import { forEachDiagnostic, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { yaml } from "@codemirror/legacy-modes/mode/yaml";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { Comparison } from "./comparison.js";
import { drl } from "./drl.js";
import { fixName, list, summary } from "./found.js";
import { look } from "./look.js";
import { element, phrases, say, told } from "./texts.js";

/** Columns of the check count characters; those of the editor count halves of the rarer ones twice. */
function offset(doc, line, column) {
  if (line > doc.lines) {
    return doc.length;
  }
  const at = doc.line(line);
  return at.from + [...at.text].slice(0, column - 1).join("").length;
}

/** Where the word, text or sign ends that begins at a place. */
function end(doc, from) {
  const line = doc.lineAt(from);
  const rest = line.text.slice(from - line.from);
  const length = /^(?:"[^"]*"?|[\p{L}\p{N}_$@.-]+|\S)/u.exec(rest)?.[0].length ?? 0;
  return length ? from + length : line.to;
}

/**
 * Text typed over a selection is not left to the browser: it would keep the colour of what was selected in a style of its own,
 * which the content policy refuses.
 */
function typeOver(event, view) {
  const { from, to, empty } = view.state.selection.main;
  if (empty || event.isComposing || event.inputType !== "insertText" || !event.data) {
    return false;
  }
  event.preventDefault();
  const insert = () => view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type" });
  if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, event.data, insert))) {
    view.dispatch(insert());
  }
  return true;
}

export class Field {
  /**
   * @param complete source of completions
   * @param versions to compare with
   * @param changed called after each change
   */
  constructor(textarea, complete, versions, changed) {
    this.textarea = textarea;
    this.path = textarea.closest("[data-file]").dataset.file;
    this.isRules = this.path.endsWith(".drl");
    this.fixes = [];
    this.comparison = new Comparison(this, versions);
    this.view = this.editor(complete, changed);
    this.status = element("p", { class: "hint", role: "status" });
    this.cases = element("p", { class: "hint", role: "status" });
    this.found = element("div", { class: "found" });
    this.replaceTextarea();
  }

  text() {
    return this.view.state.doc.toString();
  }

  replaceTextarea() {
    const label = document.querySelector(`label[for=${this.textarea.id}]`);
    label.addEventListener("click", () => this.view.focus());
    document.getElementById(this.textarea.id + "-mistakes")?.remove();
    this.textarea.hidden = true;
    this.textarea.after(this.comparison.bar, this.host, this.cases, this.status, this.found);
  }

  /** In a shadow root the editor's style sheets are made by script, which the content policy lets pass. */
  editor(complete, changed) {
    this.host = element("div", { class: "editor", id: this.textarea.id + "-editor", lang: document.documentElement.lang });
    const root = this.host.attachShadow({ mode: "open" });
    const update = EditorView.updateListener.of((each) => {
      if (each.docChanged) {
        this.textarea.value = each.state.doc.toString();
        this.fixes.forEach((fix) => {
          fix.from = each.changes.mapPos(fix.from, 1);
          fix.to = each.changes.mapPos(fix.to, 1);
        });
        this.comparison.count();
        changed();
      }
    });
    const label = document.querySelector(`label[for=${this.textarea.id}]`).textContent;
    const keys = document.getElementById("editor-keys").textContent;
    const view = new EditorView({
      root,
      parent: root,
      doc: this.textarea.value,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        bracketMatching(),
        closeBrackets(),
        search({ top: true }),
        autocompletion({ override: [complete], icons: false }),
        this.isRules ? drl : StreamLanguage.define(yaml),
        EditorState.phrases.of(phrases),
        EditorState.tabSize.of(4),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, "aria-description": keys, spellcheck: "false", tabindex: "0" }),
        keymap.of([...this.keys(), ...closeBracketsKeymap, ...completionKeymap, ...searchKeymap]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        this.comparison.extension,
        EditorView.domEventHandlers({ beforeinput: typeOver }),
        update,
        look,
      ],
    });
    return view;
  }

  /** Tab stays what it is on every page: it leads to the next field. */
  keys() {
    const read = (move) => (view) => move(view) && this.readOut();
    return [
      { key: "F8", run: read(nextDiagnostic) },
      { key: "Shift-F8", run: read(previousDiagnostic) },
      { key: "Mod-.", run: () => this.fixHere() },
    ];
  }

  /** Reads out the mistake at the cursor. */
  readOut() {
    const at = this.view.state.selection.main.from;
    forEachDiagnostic(this.view.state, (each, from) => {
      if (from === at) {
        this.status.textContent = each.message;
      }
    });
    return true;
  }

  /** Carries out the fix nearest to the cursor. */
  fixHere() {
    const at = this.view.state.selection.main.head;
    const near = this.fixes.filter((fix) => fix.here).sort((one, other) => Math.abs(one.from - at) - Math.abs(other.from - at));
    if (near.length) {
      this.fix(near[0].mistake);
    }
    return near.length > 0;
  }

  /** Shows what the check found in this text; cases are not run beside rules with errors. */
  show(mistakes, fix, isWhole) {
    this.fix = fix;
    const doc = this.view.state.doc;
    const diagnostics = mistakes.map((mistake) => {
      const from = Math.min(offset(doc, mistake.line, mistake.column), doc.length);
      const actions = mistake.fix ? [{ name: fixName(mistake.fix), apply: () => fix(mistake) }] : [];
      const severity = mistake.severity === "ERROR" ? "error" : "warning";
      return { from, to: end(doc, from), severity, message: told(mistake.message) + " " + told(mistake.remedy), actions };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
    const go = { id: this.host.id, to: (mistake) => (event) => this.go(event, mistake) };
    const line = summary(mistakes, go);
    this.say(...(isWhole || mistakes.length ? line : []));
    this.found.replaceChildren(...(mistakes.length ? [list(mistakes, go, fix)] : []));
  }

  /** Says something, once. */
  say(...parts) {
    const said = parts.map((part) => part.textContent ?? part).join("");
    if (this.status.textContent !== said) {
      this.status.replaceChildren(...parts);
    }
  }

  go(event, mistake) {
    event.preventDefault();
    const at = offset(this.view.state.doc, mistake.line, mistake.column);
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    this.view.focus();
  }

  /** Gets ready to change this text as a fix says, wherever its place moves to until then. */
  learn(mistake, here) {
    const doc = this.view.state.doc;
    const { line, column, length, text } = mistake.fix;
    const from = Math.min(offset(doc, line, column), doc.length);
    const to = Math.min(offset(doc, line, column + length), doc.length);
    this.fixes.push({ mistake, from, to, text, here });
  }

  /** Changes this text as a fix says, and leaves the cursor where the author goes on. */
  apply(mistake) {
    const change = this.fixes.find((fix) => fix.mistake === mistake);
    const gap = change.text.search(/(?<=")\??"/);
    this.view.dispatch({
      changes: { from: change.from, to: change.to, insert: change.text },
      selection: { anchor: change.from + (gap < 0 ? change.text.length : gap) },
      scrollIntoView: true,
      userEvent: "input.fix",
    });
    this.view.focus();
    this.say(say("fixed"));
  }

  replace(text) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }
}
