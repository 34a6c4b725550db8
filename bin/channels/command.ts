// A command about channels, as it is to be run again: it reads the same settings as this one.
import { faqCommand } from "../../lib/faq-command.ts";

export function channelsCommand(args: string): string {
  const { SETTINGS_PARAMETER } = process.env;
  const where = SETTINGS_PARAMETER ? `SETTINGS_PARAMETER=${SETTINGS_PARAMETER} ` : "";
  return `${where}${faqCommand(`channels ${args}`)}`;
}
