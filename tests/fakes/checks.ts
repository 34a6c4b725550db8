// Collects every way in which a call breaks a platform's rules, by the place where it does.
import type { Json } from "./platform.ts";

export interface Checks {
  readonly problems: string[];
  check(isRight: boolean, what: string): void;
  /** A name that the platform doesn't know is a problem. */
  onlyMembers(value: Json, allowed: readonly string[], where: string): void;
  /** A text that says something, of at most that many UTF-16 units, none of them half a letter. */
  hasText(value: Json, maxUnits: number, where: string): void;
  areDistinct(values: readonly Json[], where: string): void;
}

export function createChecks(): Checks {
  const problems: string[] = [];
  const check = (isRight: boolean, what: string) => {
    if (!isRight) problems.push(what);
  };
  return {
    problems,
    check,
    onlyMembers(value, allowed, where) {
      for (const name of Object.keys(value ?? {})) {
        check(allowed.includes(name), `${where}.${name}`);
      }
    },
    hasText(value, maxUnits, where) {
      const isText = typeof value === "string" && value.trim() !== "" && value.isWellFormed();
      check(isText && value.length <= maxUnits, where);
    },
    areDistinct(values, where) {
      check(new Set(values).size === values.length, where);
    },
  };
}
