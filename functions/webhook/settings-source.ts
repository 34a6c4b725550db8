// Where settings come from: the environment in development, one encrypted parameter on AWS.
import { randomBytes } from "node:crypto";
import { createParameterStore, type ParameterStore } from "./parameter-store.ts";
import {
  readEnvironment,
  readSettings,
  type Settings,
  SettingsError,
  type SettingValues,
} from "./settings.ts";

export interface SettingsSource {
  /**
   * The settings, read anew when they are older than five minutes. Where that fails, `onFailure`
   * hears why, and those read last stay valid.
   */
  current(onFailure?: (error: unknown) => void): Promise<Settings>;
  /** Makes the next call read them anew: a platform has refused our credentials. */
  refresh(): void;
}

/** The environment, read once; without a PEPPER a run gets one of its own. */
export function settingsFromEnvironment(environment: NodeJS.ProcessEnv): SettingsSource {
  const settings = readEnvironment({
    ...environment,
    PEPPER: environment.PEPPER ?? randomBytes(32).toString("base64"),
  });
  return { current: async () => settings, refresh() {} };
}

/**
 * The parameter that SETTINGS_PARAMETER names, or the environment where it names none.
 * @throws SettingsError on Lambda without a parameter: each instance would make its own PEPPER
 */
export function settingsFor(environment: NodeJS.ProcessEnv): SettingsSource {
  const { SETTINGS_PARAMETER, AWS_LAMBDA_FUNCTION_NAME } = environment;
  if (SETTINGS_PARAMETER) return settingsFromParameter(SETTINGS_PARAMETER);
  if (SETTINGS_PARAMETER === "" || AWS_LAMBDA_FUNCTION_NAME) {
    throw new SettingsError("SETTINGS_PARAMETER is missing: name the parameter with the settings.");
  }
  return settingsFromEnvironment(environment);
}

/** After this long, settings are read anew; `faq cost` reckons with it. */
export const settingsMaxAgeMs = 5 * 60 * 1000;
/** A parameter that takes longer counts as one that can't be read. */
const readDeadlineMs = 2000;
/** With settings at hand, nobody's answer waits so long. */
const rereadDeadlineMs = 500;

/**
 * A SecureString parameter that holds a JSON object of settings. While it can't be read, the
 * settings read last stay valid; without any, `current` throws.
 */
export function settingsFromParameter(
  name: string,
  client: ParameterStore = createParameterStore(),
  now: () => number = Date.now,
): SettingsSource {
  let known: { settings: Settings; readAtMs: number } | undefined;
  return {
    async current(onFailure = () => {}) {
      if (known && now() - known.readAtMs < settingsMaxAgeMs) return known.settings;
      try {
        const values = await readParameter(name, client, known && rereadDeadlineMs);
        known = { settings: readSettings(values), readAtMs: now() };
      } catch (error) {
        if (!known) throw error;
        onFailure(error);
        known = { ...known, readAtMs: now() };
      }
      return known.settings;
    },
    refresh() {
      if (known) known = { ...known, readAtMs: Number.NEGATIVE_INFINITY };
    },
  };
}

/** The values that a parameter holds, unchecked. */
export async function readParameter(
  name: string,
  client: ParameterStore = createParameterStore(),
  deadlineMs = readDeadlineMs,
): Promise<SettingValues> {
  const command = { input: { Name: name, WithDecryption: true } };
  const abortSignal = AbortSignal.timeout(deadlineMs);
  const { Parameter } = await client.send(command, { abortSignal });
  return valuesIn(Parameter?.Value ?? "", name);
}

/**
 * The settings that a text holds, in a parameter or in a file that is to go there.
 * @throws SettingsError if it is anything but one JSON object of texts
 */
export function valuesIn(json: string, where: string): Readonly<Record<string, string>> {
  let values: unknown;
  try {
    values = JSON.parse(json);
  } catch {
    throw new SettingsError(`${where} does not hold JSON.`);
  }
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    throw new SettingsError(`${where} must hold one JSON object: {"PEPPER": "…"}.`);
  }
  const wrong = Object.entries(values).find(([, value]) => typeof value !== "string");
  if (wrong) throw new SettingsError(`${where}: ${wrong[0]} must be a text, in double quotes.`);
  return values as Record<string, string>;
}
