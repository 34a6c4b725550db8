// Which day a message counts for, and how long its event is remembered.

/** The days of the report are those of the people who ask. Any IANA name will do here. */
export const countingTimeZone = "Asia/Jakarta";

/**
 * WhatsApp delivers again for up to 7 days:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
const daysRemembered = 9;

const dayMs = 24 * 60 * 60 * 1000;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: countingTimeZone,
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
  hourCycle: "h23",
});

/** The day of an epoch time in milliseconds, `YYYY-MM-DD`. */
export function dayOf(ms: number): string {
  return isoDay(wallClock(ms));
}

/** When the event of a message of this time may be forgotten, in epoch seconds. */
export function expiryOf(ms: number): number {
  const secondMs = Math.floor(ms / 1000) * 1000;
  const wallMs = wallClock(secondMs);
  const leftOfDayMs = dayMs - (wallMs % dayMs);
  return (secondMs + leftOfDayMs + daysRemembered * dayMs) / 1000;
}

/** Every day from one to another, both included; none if they are the wrong way round. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const lastMs = Date.parse(to);
  for (let ms = Date.parse(from); ms <= lastMs; ms += dayMs) days.push(isoDay(ms));
  return days;
}

/** What a clock on the wall shows, as the epoch time at which a clock in Greenwich shows it. */
function wallClock(ms: number): number {
  const parts = clock.formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
