// Wagtail's calendar turns a date that it cannot read into today's, without a word. What somebody typed stays as it is
// instead: the server reads more ways of writing a date, and says so where it cannot.
(() => {
  const calendar = window.jQuery?.fn.datetimepicker;
  if (calendar) calendar.defaults.validateOnBlur = false;
})();
