// What must hold of every request, whoever made it and whatever it held.
import { countKey, parseCountKey } from "../../functions/webhook/counts/cell.ts";
import { expectOnlyKnownFields } from "../handler/log-schema.ts";
import { testDay } from "../handler-under-test.ts";
import { marker } from "./hostile.ts";
import { type Faults, type Observed, theBot } from "./world.ts";

const eventKeyForm = /^v1#[\w-]{22}$/;
const ownerForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const shardForm = /^\d{4}-\d\d-\d\d#[0-7]$/;

/** Every promise that is broken, whichever way the request came. */
export function problemsOf(observed: Observed, faults: Faults): string[] {
  return [
    ...problemsOfStatus(observed, faults),
    ...problemsOfWrites(observed),
    ...problemsOfLog(observed.lines),
    ...(observed.answer.body.includes(marker) ? ["the response repeats what was sent"] : []),
    ...(isPrototypeClean() ? [] : ["a prototype was changed"]),
  ];
}

/** 503 is for what another delivery may mend: a fault, or a copy that is under way. */
function problemsOfStatus({ answer, claims }: Observed, { store, platform }: Faults): string[] {
  const { status, headers } = answer;
  if (status >= 100 && status < 500) return [];
  if (status !== 503) return [`status ${status}`];
  const isCopyUnderWay = claims.some(({ result }) => result === "in-progress");
  const isAskedFor = store === "bug" || platform !== "none" || isCopyUnderWay;
  return [
    ...(isAskedFor ? [] : ["503 without a fault"]),
    ...(/^\d+$/.test(String(headers["retry-after"])) ? [] : ["503 without retry-after"]),
  ];
}

function problemsOfWrites({ claims, updates }: Observed): string[] {
  const keysOfClaims = claims.map(({ claim }) => claim.eventKey);
  return [
    ...claims.flatMap(({ claim, address }) => [
      ...(eventKeyForm.test(claim.eventKey) ? [] : ["the event's key"]),
      ...(ownerForm.test(claim.owner) ? [] : ["the owner"]),
      ...([claim.now, claim.leaseUntil, claim.expiresAt].every(Number.isSafeInteger)
        ? []
        : ["a time of the claim"]),
      ...(Object.keys(claim).length === 5 ? [] : ["a member of the claim"]),
      ...(shardForm.test(address.pk) && isNear(address.pk) ? [] : ["the partition key"]),
      ...(isCountable(address.sk) ? [] : ["the cell"]),
    ]),
    ...updates.flatMap(({ eventKey, owner }) => [
      ...(keysOfClaims.includes(eventKey) ? [] : ["an update of what wasn't claimed"]),
      ...(ownerForm.test(owner) ? [] : ["the owner of an update"]),
    ]),
  ].map((what) => `not of the closed form: ${what}`);
}

/** A message counts for a day of the last eight, or for today. */
function isNear(pk: string): boolean {
  const daysAgo = (Date.parse(testDay) - Date.parse(pk.slice(0, 10))) / 86_400_000;
  return daysAgo >= 0 && daysAgo <= 8;
}

function isCountable(sk: string): boolean {
  const cell = parseCountKey(sk);
  if (!cell) return false;
  const { faq } = theBot().data;
  const names = {
    entries: new Set(faq.entries.map(({ id }) => id)),
    languages: new Set(faq.bot.languages),
  };
  try {
    return countKey(cell, names) === sk;
  } catch {
    return false;
  }
}

const knownLines = new Set<string>();

/** There are few different lines, so each is looked at once. */
function problemsOfLog(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    if (knownLines.has(line)) return [];
    try {
      expectOnlyKnownFields([line]);
    } catch {
      return ["a line of the log outside its schema"];
    }
    if (line.includes(marker)) return ["a line of the log repeats what was sent"];
    knownLines.add(line);
    return [];
  });
}

const membersOfObjects = Object.getOwnPropertyNames(Object.prototype).length;
const membersOfLists = Object.getOwnPropertyNames(Array.prototype).length;

function isPrototypeClean(): boolean {
  return (
    Object.getOwnPropertyNames(Object.prototype).length === membersOfObjects &&
    Object.getOwnPropertyNames(Array.prototype).length === membersOfLists
  );
}
