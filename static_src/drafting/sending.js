// Forms in the margin are sent without leaving the page. What was typed is never lost: not by an error, not by news from others.
import { plan, remember } from "./merging.js";

const fieldsOf = (form) => [...form.elements].filter((field) => field.matches("textarea, input:not([type=hidden])"));
const isTyped = (form) => fieldsOf(form).some((field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked);

function sayError(form, text) {
  let line = form.querySelector("[data-error]");
  if (!line) {
    line = document.createElement("p");
    line.className = "form__error";
    line.dataset.error = "";
    line.setAttribute("role", "alert");
    form.append(line);
  }
  line.textContent = text;
}

/** The sentence with which a page says why something was not done. */
async function reasonIn(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const sentence = page.querySelector(".form__error, .notice, [role=alert]") ?? page.querySelector("main p");
  return sentence?.textContent.trim().replace(/\s+/g, " ") ?? "";
}

/** What was done leads back to the draft; what was not shows the form again, or asks to sign in. */
function isDone({ ok, redirected, status, url }) {
  return ok && (redirected ? !new URL(url).pathname.startsWith("/konto/") : status !== 200);
}

/** Whether the server did what the form asks for; if not, the form says why. */
export async function send(form, submitter, words) {
  const body = new FormData(form);
  if (submitter?.name) body.append(submitter.name, submitter.value);
  form.setAttribute("aria-busy", "true");
  if (submitter) submitter.disabled = true;
  try {
    const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
    const answer = await fetch(address, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if (isDone(answer)) return true;
    sayError(form, (await reasonIn(answer)) || words("not-done"));
  } catch {
    sayError(form, words("not-sent"));
  } finally {
    form.removeAttribute("aria-busy");
    if (submitter) submitter.disabled = false;
  }
  return false;
}

const within = (root, mark) => (mark ? root.querySelector(`[data-mark="${CSS.escape(mark)}"]`) : root);
const markOf = (element) => element.closest("[data-mark]")?.dataset.mark;

/** Carries over into the fresh margin what somebody has typed or opened in what goes, except in the form that was sent. */
function keep(old, fresh, sent, stays) {
  for (const opened of old.querySelectorAll("details[open]")) {
    if (stays(opened)) continue;
    const mark = markOf(opened);
    const [before, now] = [old, fresh].map((root) => (
      [...(within(root, mark)?.querySelectorAll("details") ?? [])].filter((one) => markOf(one) === mark)
    ));
    const same = now[before.indexOf(opened)];
    if (same) same.open = true;
  }
  for (const form of old.querySelectorAll("form")) {
    const isDone = form === sent && !form.dataset.isOpen; // unless it was opened once more meanwhile
    const isAtWork = form.hasAttribute("aria-busy") || form.querySelector("[data-error]"); // on its way, or sent in vain
    if (stays(form) || isDone || !(isAtWork || isTyped(form) || form.contains(document.activeElement) || form.dataset.isOpen)) continue;
    const same = fresh.querySelector(`form[action="${CSS.escape(form.getAttribute("action"))}"]`);
    if (same) same.replaceWith(form);
    else if (isTyped(form)) fresh.append(form);
  }
}

const FOCUSABLE = "a[href], button, summary, input:not([type=hidden]), textarea, select";

/** Brings the focus back to where it was in a margin that is made anew: to the same thing in the same remark. */
function rememberFocus(margin) {
  const focused = document.activeElement;
  if (!margin.contains(focused)) return () => {};
  const mark = markOf(focused);
  const at = mark ? [...within(margin, mark).querySelectorAll(FOCUSABLE)].indexOf(focused) : -1;
  return () => {
    const remark = mark && within(margin, mark);
    const target = focused.isConnected ? focused : remark?.querySelectorAll(FOCUSABLE)[at] ?? remark ?? margin;
    target.focus({ preventScroll: true });
  };
}

/** Asks for the margin anew. `ready()` is called when it is there. Returns whether it came. */
export async function refresh(margin, sent, ready) {
  const answer = await fetch(margin.dataset.margin, { cache: "no-store", headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(".drafting__margin") ?? page.body;
  const focusAgain = rememberFocus(margin);
  document.adoptNode(fresh);
  remember(fresh);
  const { stays, carryOut } = plan(margin, fresh, sent);
  keep(margin, fresh, sent, stays);
  carryOut();
  ready();
  focusAgain();
  return true;
}
