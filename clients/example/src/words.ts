import type { EntryItem } from "lernnetz-client";

/** What this front end calls itself. */
export const NAME = "Praxis auf dem Land";

export const KINDS: Record<EntryItem["kind"], string> = {
  concept: "Konzept",
  good_practice: "Praxisbeispiel",
  offer: "Angebot",
  recommendation: "Empfehlung",
  strategy: "Strategie",
};

export const QUOTABLE = {
  yes: "Mitglieder dürfen daraus zitieren.",
  without_county: "Mitglieder dürfen daraus zitieren, ohne den Landkreis zu nennen.",
  no: "Bitte zitieren Sie nicht daraus.",
};

const DATES = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "Europe/Berlin" });

export const dated = (moment: string) => DATES.format(new Date(moment));

export const counted = (number: number, one: string, many: string) =>
  `${number.toLocaleString("de-DE")} ${number === 1 ? one : many}`;
