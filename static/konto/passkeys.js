// Starts django-allauth's passkey functions. The element with data-passkey says which one: signup, authenticate or login.
(() => {
  const place = document.querySelector("[data-passkey]");
  if (!place) return;
  const show = (what) => {
    place.querySelectorAll("[data-passkey-note]").forEach((note) => {
      note.hidden = note.dataset.passkeyNote !== what;
    });
  };
  const form = place.querySelector("form");

  if (!window.isSecureContext || !window.PublicKeyCredential) {
    show("missing");
    return;
  }
  const way = place.dataset.passkey;
  const ids = { [way]: "passkey-button", credential: "passkey-credential" };
  if (document.getElementById("passkey-options")) ids.data = "passkey-options";
  window.allauth.webauthn.forms[`${way}Form`]({ ids });
  form.hidden = false;

  // allauth sends the form itself, once the device has answered
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(null);
  });
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    show(event.detail.exception.name === "InvalidStateError" ? "already" : "failed");
  });
})();
