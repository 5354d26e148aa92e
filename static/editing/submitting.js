// Wagtail keeps drafts by itself while somebody types. Whoever presses a button in that very moment would send the form
// to an address that is just changing: a new entry would be made twice. So the form waits until the draft is kept.
(() => {
  let isKeeping = false;
  let waiting = null;

  const send = () => {
    isKeeping = false;
    if (!waiting) return;
    const { form, name, value } = waiting;
    waiting = null;
    if (name) {
      const pressed = document.createElement("input"); // the button itself may be disabled by now and would not be sent
      pressed.type = "hidden";
      pressed.name = name;
      pressed.value = value;
      form.append(pressed);
    }
    form.requestSubmit();
  };

  document.addEventListener("w-autosave:save", () => {
    isKeeping = true;
  });
  document.addEventListener("w-autosave:success", send);
  document.addEventListener("w-autosave:error", send);
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!form.matches('[data-controller~="w-autosave"]')) return;
      form.setAttribute("data-w-autosave-active-value", "false"); // begins no other time
      if (!isKeeping) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = { form, name: event.submitter?.name, value: event.submitter?.value ?? "" };
    },
    true,
  );
})();
