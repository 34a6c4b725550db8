// Which day a message counts for, and how long its event is remembered.

/** The days of the report are those of the people who ask. */
export const countingTimeZone = "Asia/Jakarta";

/**
 * How far its clocks are ahead of Greenwich, all the year round. `Intl` knows that too, but loading
 * what it knows of calendars took a quarter of each cold start.
 */
const aheadMs = 7 * 60 * 60 * 1000;

/**
 * WhatsApp delivers again for up to 7 days:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
const daysRemembered = 9;

export const dayMs = 24 * 60 * 60 * 1000;

/** The day of an epoch time in milliseconds, `YYYY-MM-DD`. */
export function dayOf(ms: number): string {
  return isoDay(ms + aheadMs);
}

/** When the event of a message of this time may be forgotten, in epoch seconds. */
export function expiryOf(ms: number): number {
  const secondMs = Math.floor(ms / 1000) * 1000;
  const leftOfDayMs = dayMs - ((secondMs + aheadMs) % dayMs);
  return (secondMs + leftOfDayMs + daysRemembered * dayMs) / 1000;
}

/** Every day from one to another, both included; none if they are the wrong way round. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const lastMs = Date.parse(to);
  for (let ms = Date.parse(from); ms <= lastMs; ms += dayMs) days.push(isoDay(ms));
  return days;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
