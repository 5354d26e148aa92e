// The Lucide icons in the sprite, each used somewhere beside a word. Kinds of entry first, then everything else.
export const ICONS = [
  "sprout", // good practice
  "lightbulb", // concept
  "map", // strategy
  "badge-check", // recommendation
  "handshake", // offer

  "bell",
  "bold",
  "book-open",
  "bookmark",
  "calendar",
  "chevron-down",
  "chevron-left",
  "chevron-right",
  "circle-alert",
  "circle-check",
  "download",
  "file-text",
  "fingerprint",
  "house",
  "info",
  "italic",
  "key-round",
  "link",
  "list",
  "list-ordered",
  "lock",
  "log-in",
  "log-out",
  "menu",
  "message-circle-question-mark",
  "monitor",
  "pencil",
  "quote",
  "redo-2",
  "search",
  "shield-check",
  "sliders-horizontal",
  "tag",
  "triangle-alert",
  "undo-2",
  "user-round",
  "users",
  "x",
];
