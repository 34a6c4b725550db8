// Where an entry that a person names is to lie, if there is room for it.
import { join } from "node:path";
import { idOf, rightPath } from "../../functions/webhook/faq/file-name.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { exitCodes, UserError } from "../user-error.ts";

/**
 * `accepting/cost.yaml` for `accepting/cost`, or for the whole path of that file.
 * @throws UserError if that can't be, or if an entry of this name is there already
 */
export function entryPath(name: string, folder: string, files: readonly FaqFile[]): string {
  const inFolder = `${folder.replaceAll("\\", "/").replace(/\/+$/, "")}/`;
  const plain = rightPath(name.replaceAll("\\", "/")).replace(/\.yaml$/, "");
  const given = plain.startsWith(inFolder) ? plain.slice(inFolder.length) : plain;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(given)) {
    throw new UserError(
      `"${name}" is not a topic and an entry. ` +
        "Write both in lower-case words joined by hyphens, such as accepting/cost.",
      exitCodes.usage,
    );
  }
  const id = idOf(given);
  const there = files.find(({ path }) => path.includes("/") && idOf(path) === id);
  if (there) {
    throw new UserError(
      `There is an entry "${id}" already: ${join(folder, there.path)}. ` +
        "Add to that one, or choose another name.",
    );
  }
  return `${given}.yaml`;
}
