// While a draft is open: what is said and settled beside it is told by the server; the editor asks for it anew.
import { watch } from "./live.js";

export function tellOfRemarks(margin) {
  let known = null;
  watch("draft", { id: Number(margin.dataset.draft) }, ({ newest }) => {
    if (known !== null && newest !== known) margin.dispatchEvent(new Event("remarks"));
    known = newest;
  });
}
