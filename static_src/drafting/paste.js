// What is pasted from elsewhere comes without its styles: the text has none, and the page's policy forbids even to read them.
const TAG = /<[a-z][^>]*>/gi;
const STYLE = /\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;
const NOT_BOLD = /^<b\b[^>]*font-weight:\s*(normal|400)/i; // some office programs wrap everything like this

export const withoutStyles = (html) => html.replace(TAG, (tag) => (NOT_BOLD.test(tag) ? "<span>" : tag.replace(STYLE, "")));
