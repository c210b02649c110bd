// How the editor looks: in the colours of the pages, light and dark. Nothing is loaded for it, not even pictures in data:
// addresses, which the content policy forbids.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const wavy = (colour) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${colour}`,
  textDecorationSkipInk: "none",
  textUnderlineOffset: "3px",
});

const theme = EditorView.theme(
  {
    "&": {
      color: "var(--ink)",
      backgroundColor: "var(--surface)",
      border: "1px solid var(--ink2)",
      borderRadius: "var(--r)",
      fontSize: ".8125rem",
      maxHeight: "44rem",
      minHeight: "12rem",
    },
    "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
    // The class comes a moment after the focus.
    "&:focus-within": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
    ".cm-scroller": {
      fontFamily: 'ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace',
      lineHeight: "1.55",
      overflow: "auto",
    },
    ".cm-content": { caretColor: "var(--ink)", tabSize: "4" },
    ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
    ".cm-gutters": { backgroundColor: "var(--sunk)", color: "var(--ink2)", borderRight: "1px solid var(--line)" },
    ".cm-activeLine": { backgroundColor: "transparent", boxShadow: "inset 2px 0 var(--accent)" },
    ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)", fontWeight: "600" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
      backgroundColor: "var(--h2)",
    },
    "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--accent)" },
    "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-soft)", outline: "1px solid var(--bad)" },
    ".cm-searchMatch": { backgroundColor: "var(--warn-soft)", outline: "1px solid var(--warn)" },
    ".cm-searchMatch-selected": { backgroundColor: "var(--h2)" },
    ".cm-selectionMatch": { backgroundColor: "var(--accent-soft)" },
    ".cm-lintRange-error": wavy("var(--bad)"),
    ".cm-lintRange-warning": wavy("var(--warn)"),
    ".cm-lintPoint:after": { display: "none" },
    ".cm-tooltip, .cm-panels": {
      color: "var(--ink)",
      backgroundColor: "var(--surface)",
      border: "1px solid var(--line2)",
      borderRadius: "var(--r)",
      fontFamily: "var(--sans)",
      fontSize: ".8125rem",
      maxWidth: "min(34rem,92vw)",
    },
    ".cm-panels": { maxWidth: "none", borderRadius: "0" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".25rem .5rem" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
      backgroundColor: "var(--accent)",
      color: "var(--bg)",
    },
    ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
    ".cm-completionDetail": { fontStyle: "normal" },
    ".cm-diagnostic": { padding: ".375rem .625rem", whiteSpace: "pre-wrap" },
    ".cm-diagnostic-error": { borderLeft: "4px solid var(--bad)" },
    ".cm-diagnostic-warning": { borderLeft: "4px solid var(--warn)" },
    ".cm-diagnosticAction, .cm-button": {
      font: "inherit",
      color: "var(--ink)",
      background: "var(--surface)",
      border: "1px solid var(--line2)",
      borderRadius: "var(--r)",
      padding: ".25rem .5rem",
      minHeight: "1.75rem",
      margin: ".25rem .25rem 0 0",
    },
    ".cm-textfield": { font: "inherit", color: "var(--ink)", backgroundColor: "var(--surface)", borderColor: "var(--ink2)" },
    ".cm-panel.cm-search label": { fontSize: "inherit" },
    ".cm-panel.cm-search [name=close]": { color: "var(--ink)", minWidth: "1.5rem", minHeight: "1.5rem" },
    ".cm-changeGutter": { width: "4px" },
    "&.cm-merge-b .cm-changedLine, .cm-insertedLine, .cm-inlineChangedLine": { backgroundColor: "var(--accent-soft)" },
    "&.cm-merge-b .cm-changedText, &.cm-merge-b .cm-insertedText": {
      background: "none",
      textDecoration: "underline 2px var(--accent)",
    },
    "& .cm-changedLineGutter": { background: "var(--accent)" },
    "& .cm-deletedLineGutter": { background: "var(--bad)" },
    ".cm-deletedChunk": { backgroundColor: "var(--bad-soft)", paddingLeft: "6px" },
    ".cm-deletedChunk .cm-deletedText, .cm-deletedLine del": {
      background: "none",
      textDecoration: "underline 2px var(--bad)",
    },
    ".cm-collapsedLines": {
      color: "var(--ink2)",
      background: "var(--sunk)",
      borderBlock: "1px solid var(--line)",
      "&:before, &:after": { content: '"⋯"' },
    },
  },
  { dark: matchMedia("(prefers-color-scheme: dark)").matches },
);

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.meta], color: "var(--code-key)", fontWeight: "600" },
  { tag: [tags.string], color: "var(--code-str)" },
  { tag: [tags.number, tags.atom], color: "var(--code-num)" },
  { tag: [tags.comment], color: "var(--ink2)" },
  { tag: [tags.typeName, tags.propertyName, tags.definition(tags.variableName)], color: "var(--accent)" },
  { tag: [tags.invalid], color: "var(--bad)", textDecoration: "line-through" },
]);

export const look = [theme, syntaxHighlighting(colours)];
