// `faq settings`: makes the settings that a deployment reads, puts them there, rotates a secret.
import { type Command, Option } from "commander";
import { webhookMethods } from "../../functions/webhook/channels/names.ts";
import { notesAndExamples } from "../help.ts";
import { type Asker, terminalAsker } from "../settings/asker.ts";
import { knownName } from "../settings/known.ts";
import { type PlaceOptions, placeOf } from "../settings/place.ts";
import { putSettings } from "../settings/put.ts";
import { type RotateOptions, rotateSecret } from "../settings/rotate.ts";
import { type ShowOptions, showSettings } from "../settings/show.ts";
import { type WriteOptions, writeSettings } from "../settings/write.ts";
import { exitCodes, UserError } from "../user-error.ts";

interface SettingsOptions extends WriteOptions, ShowOptions, PlaceOptions {
  readonly put?: boolean;
  readonly show?: boolean;
}

interface RotateCommandOptions extends RotateOptions, PlaceOptions {}

export function addSettings(program: Command, asker: Asker | undefined = terminalAsker()): void {
  const settings = program
    .command("settings")
    .description("make a deployment's settings: asks for them, or takes them from options")
    .addOption(
      new Option("--channel <name...>", "connect these channels").choices(
        Object.keys(webhookMethods),
      ),
    )
    .option("--set <name[=value]>", "a setting; without value, from the environment", collect)
    .option("--unset <name>", "leave out a setting that was there", collect)
    .option("--from <file>", "begin with the settings in this file")
    .option("--put", "begin with what the parameter holds, and put the result there")
    .option("-o, --output <file>", "without --put: the file to write (default: settings.json)")
    .option("--force", "replace the file, or the PEPPER that is in use")
    .option("--show", "list what is set, without the values")
    .option("--json", "print that list as JSON");
  addPlaceOptions(settings)
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "What nobody can know is made at random: PEPPER, GENERIC_SECRET, TELEGRAM_SECRET_TOKEN, verify tokens. What is there already stays.",
          "A value in --set NAME=VALUE can be seen by other programs while this one runs, and your shell remembers it: --set NAME takes it from the environment instead.",
        ],
        examples: [
          "settings --put",
          "settings --put --channel telegram --set TELEGRAM_BOT_TOKEN",
          "settings --show",
          "settings rotate TELEGRAM_SECRET_TOKEN",
        ],
      }),
    )
    .action(async (options: SettingsOptions) => {
      if (options.json && !options.show) {
        throw new UserError("--json goes with --show.", exitCodes.usage);
      }
      if (options.put && options.output !== undefined) {
        throw new UserError("Give --put or --output, not both.", exitCodes.usage);
      }
      if (options.show && options.put) {
        throw new UserError("--show changes nothing: leave --put out.", exitCodes.usage);
      }
      const place = placeOf(options);
      if (options.show) await showSettings(options, place);
      else if (options.put) await putSettings(options, place, asker);
      else await writeSettings(options, place, asker);
    });
  const rotate = settings
    .command("rotate")
    .description("let a secret hold its old and a new value, until --finish drops the old one")
    .argument("<name>", "the secret")
    .option("--set <name[=value]>", "the new value; without value, from the environment", collect)
    .option("--finish", "drop the old value")
    .option("--force", "replace PEPPER, which can't hold two");
  addPlaceOptions(rotate)
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "While it holds two, the bot takes either. What is printed says what else to change, and when to finish.",
        ],
        examples: [
          "settings rotate TELEGRAM_SECRET_TOKEN",
          "settings rotate TELEGRAM_SECRET_TOKEN --finish",
        ],
      }),
    )
    .action(async (name: string, own: RotateCommandOptions) => {
      // Those that both have are read by `settings`, whether they stand before `rotate` or behind.
      const shared = settings.opts<SettingsOptions>();
      const foreign = notForRotate.find((option) => shared[option] !== undefined);
      if (foreign) throw new UserError(`--${foreign} doesn't go with rotate.`, exitCodes.usage);
      const options: RotateCommandOptions = { ...shared, ...own };
      await rotateSecret(knownName(name), options, placeOf(options), asker);
    });
}

const notForRotate = ["channel", "unset", "from", "output", "show", "json"] as const;

function addPlaceOptions(command: Command): Command {
  return command
    .option("--stage <stage>", "the stage whose parameter it is, such as dev")
    .option("--parameter <name>", "the parameter, if it has a name of its own");
}

function collect(text: string, before: string[] = []): string[] {
  return [...before, text];
}
