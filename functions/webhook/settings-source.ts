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
  /** The settings, read anew when they are older than five minutes. */
  current(): Promise<Settings>;
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

const maxAgeMs = 5 * 60 * 1000;
/** A parameter that takes longer counts as one that can't be read. */
const readDeadlineMs = 2000;

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
    async current() {
      if (known && now() - known.readAtMs < maxAgeMs) return known.settings;
      try {
        known = { settings: readSettings(await readParameter(name, client)), readAtMs: now() };
      } catch (error) {
        if (!known) throw error;
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
): Promise<SettingValues> {
  const command = { input: { Name: name, WithDecryption: true } };
  const abortSignal = AbortSignal.timeout(readDeadlineMs);
  const { Parameter } = await client.send(command, { abortSignal });
  return parseValues(Parameter?.Value ?? "");
}

function parseValues(json: string): Record<string, string> {
  let values: unknown;
  try {
    values = JSON.parse(json);
  } catch {
    throw new SettingsError("The settings parameter does not hold JSON.");
  }
  if (!isRecordOfTexts(values)) {
    throw new SettingsError("The settings parameter must hold one JSON object of texts.");
  }
  return values;
}

function isRecordOfTexts(value: unknown): value is Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === "string");
}
