import type { Root } from "hast";
import { fromHtmlIsomorphic } from "hast-util-from-html-isomorphic";
import { sanitize, type Schema } from "hast-util-sanitize";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { type ComponentType, Fragment, type JSX, type VNode } from "preact";
import { jsx, jsxs } from "preact/jsx-runtime";
import { visit } from "unist-util-visit";

const TEXT =
  "a abbr b blockquote br caption cite code dd div dl dt em figcaption figure h2 h3 h4 hr i img li mark ol p pre";
const TABLES = "q s small span strong sub sup table tbody td tfoot th thead tr u ul";

/** The forum has cleaned its HTML already. Here once more only this gets through, whatever comes. */
const ALLOWED: Schema = {
  tagNames: `${TEXT} ${TABLES}`.split(" "),
  attributes: {
    "*": ["lang", "dir"],
    a: ["href"],
    img: ["src", "alt", "width", "height", ["loading", "lazy"]],
    div: [["className", "table-scroll"], "tabIndex", ["role", "region"], "ariaLabel"],
    ol: ["start"],
    td: ["colSpan", "rowSpan"],
    th: ["colSpan", "rowSpan", ["scope", "row", "col"]],
  },
  protocols: { href: ["http", "https", "mailto", "tel"], src: ["http", "https"] },
  strip: ["script", "style", "svg", "template"],
};

/** Stands in for `img`, where a picture is not simply fetched from its address. */
export type Picture = ComponentType<JSX.IntrinsicElements["img"]>;

interface RichTextProps {
  html: string;
  forum: string;
  picture?: Picture | undefined;
}

/** HTML of the forum as elements: parsed, cleaned, and with links that lead to the forum instead of to this site. */
export function RichText({ html, forum, picture }: RichTextProps): VNode {
  const tree = sanitize(fromHtmlIsomorphic(html, { fragment: true }), ALLOWED) as Root;
  visit(tree, "element", ({ properties }) => {
    for (const name of ["href", "src"]) {
      const address = properties[name];
      if (typeof address === "string") properties[name] = new URL(address, forum).href;
    }
  });
  const components = { ...(picture && { img: picture }) };
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, elementAttributeNameCase: "html", components }) as VNode;
}
