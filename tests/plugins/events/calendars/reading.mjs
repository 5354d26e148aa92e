// Reads calendars with ical.js: gets a list of iCalendar texts as JSON, prints for each its method, its components,
// and when its events take place.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const MOST = 200;

const utc = (time) => (time ? time.toJSDate().toISOString() : null);

function component(vevent) {
  const event = new ICAL.Event(vevent);
  const first = (name) => vevent.getFirstPropertyValue(name);
  return {
    uid: event.uid,
    sequence: event.sequence,
    status: first("status"),
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: String(first("url")),
    stamp: utc(first("dtstamp")),
    zone: vevent.getFirstProperty("dtstart").getParameter("tzid") ?? null,
    starts: utc(event.startDate),
    ends: utc(event.endDate),
    recurrence_id: event.isRecurrenceException() ? utc(event.recurrenceId) : null,
    rule: first("rrule") ? String(first("rrule")) : null,
    attendees: event.attendees.map((one) => one.getFirstValue()),
  };
}

function dates(vevents) {
  const found = [];
  const masters = vevents.map((one) => new ICAL.Event(one)).filter((one) => !one.isRecurrenceException());
  for (const master of masters) {
    vevents.forEach((one) => {
      const event = new ICAL.Event(one);
      if (event.isRecurrenceException() && event.uid === master.uid) master.relateException(event);
    });
    if (master.component.getFirstPropertyValue("status") === "CANCELLED") continue;
    if (!master.isRecurring()) {
      found.push([utc(master.startDate), utc(master.endDate)]);
      continue;
    }
    const steps = master.iterator();
    for (let next = steps.next(), count = 0; next && count < MOST; next = steps.next(), count += 1) {
      const { startDate, endDate } = master.getOccurrenceDetails(next);
      found.push([utc(startDate), utc(endDate)]);
    }
  }
  return found.sort();
}

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  const vevents = calendar.getAllSubcomponents("vevent");
  return { method: calendar.getFirstPropertyValue("method"), components: vevents.map(component), dates: dates(vevents) };
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(read)));
