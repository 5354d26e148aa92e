// The editor of drafts: ProseMirror on a text that several people share (Yjs). The text that the server rendered stays until the
// shared one is there. Whoever may not write sees it live all the same, and can choose passages for remarks.
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { Awareness } from "y-protocols/awareness";
import { yCursorPlugin, ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import { Doc } from "yjs";
import { useBar } from "./bar.js";
import { connect } from "./connection.js";
import { arrive, carets, showWhoIsHere } from "./here.js";
import { keys } from "./keys.js";
import { useMargin } from "./margin.js";
import { showOutline } from "./outline.js";
import { usePanels } from "./panels.js";
import { withoutStyles } from "./paste.js";
import { showPlaces } from "./places.js";
import { schema } from "./schema.js";
import { boxes, entries, footnotes, listFootnotes } from "./views.js";
import { wordsOf } from "./words.js";

function attributes(place, words, isWriting) {
  const name = "drafting__text prose";
  if (!isWriting()) return { class: name };
  return {
    class: name, role: "textbox", "aria-multiline": "true", "aria-label": words("text"),
    "aria-describedby": place.querySelector(".drafting__help").id, lang: document.documentElement.lang, spellcheck: "true",
  };
}

/** Puts the editor in the place of the text. Returns the view and what ends writing in it. */
function edit({ place, doc, awareness, words, writes, hasEnded }) {
  const said = place.querySelector(".drafting__said");
  const isWriting = () => writes && !hasEnded();
  let bar = null;
  let margin = null;

  const plugins = [
    ySyncPlugin(doc.getXmlFragment("content")),
    yCursorPlugin(awareness, carets(awareness)),
    showOutline(),
    showPlaces({
      words,
      choose: (id) => queueMicrotask(() => margin?.choose(id)), // not in the midst of an update
      changed: () => margin?.changed(),
      selected: (passage) => queueMicrotask(() => margin?.selected(passage)),
    }),
    ...(writes ? [yUndoPlugin(), ...keys({
      say: (name) => { said.textContent = words(name); },
      toBar: () => bar.focus(),
      toAsking: () => margin?.toAsking() ?? false,
      link: () => bar.open("link"),
    })] : []),
  ];
  const mount = place.querySelector(".drafting__text");
  mount.replaceChildren();
  const view = new EditorView({ mount }, {
    state: EditorState.create({ schema, plugins }),
    editable: isWriting,
    transformPastedHTML: withoutStyles,
    attributes: () => attributes(place, words, isWriting),
    nodeViews: { callout: boxes(words), footnote: footnotes(words), ...(writes ? { entry: entries } : {}) },
    dispatchTransaction(transaction) {
      this.updateState(this.state.apply(transaction)); // called before there is a name for the view
      if (transaction.docChanged) {
        listFootnotes(place, this.state.doc);
        margin?.moved();
      }
      bar?.show();
    },
  });
  listFootnotes(place, view.state.doc);
  const aside = document.querySelector(".drafting__margin");
  if (aside) margin = useMargin({ place, margin: aside, view, words });
  if (writes) {
    bar = useBar(place, view, usePanels(place, view, words));
    bar.show();
  }
  return {
    end() {
      bar?.close();
      view.setProps({ editable: () => false });
    },
  };
}

function open(place) {
  const words = wordsOf(place);
  const writes = Boolean(place.dataset.writes);
  const doc = new Doc();
  const awareness = new Awareness(doc);
  let editor = null;
  const connection = connect({
    place, doc, awareness, writes, words,
    synced() {
      arrive(awareness, place.dataset.name);
      showWhoIsHere(place, awareness, words);
      editor = edit({ place, doc, awareness, words, writes, hasEnded: () => connection.hasEnded() });
    },
    ended: () => editor?.end(),
  });
}

document.querySelectorAll("[data-drafting]").forEach(open);
