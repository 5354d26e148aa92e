// Before anything is sent: a file that is too large is named at its field, so that nobody waits for a refusal.
export function sayWhatIsTooLarge(field) {
  const most = Number(field.dataset.mostBytes);
  field.addEventListener("change", () => {
    const large = [...field.files].find((file) => file.size > most);
    field.setCustomValidity(large ? field.dataset.tooLarge.replace("{}", large.name) : "");
    field.reportValidity();
  });
}
